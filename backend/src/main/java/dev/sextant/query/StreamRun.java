// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.query.Course.History;
import dev.sextant.query.Course.Slices;
import dev.sextant.query.FrameMethods.Question;
import dev.sextant.query.FrameMethods.Streamed;
import dev.sextant.query.QueryPlan.Applied;
import dev.sextant.query.QueryPlan.Arithmetic;
import dev.sextant.query.QueryPlan.Operand;
import dev.sextant.query.QueryPlan.Ratio;
import dev.sextant.query.QueryPlan.Select;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Methods that are fed in order of time. What a plan's form allows is fed slice by slice, whoever asks, so that the answer never
/// depends on what was kept; for an asker who comes again it is kept.
final class StreamRun {
    /// Bytes that a point of a slice takes while it is read, grouped and fed, arrays that grow and their copies included.
    private static final long BYTES_PER_POINT = 120;

    private static final int MOST_STEPS = 10_000;
    private static final TimeRange ANY = new TimeRange(Instant.EPOCH, Instant.EPOCH);
    private static final double SHARE_TO_LEARN = 0.4;
    private static final double SHARE_TO_PREPARE = 0.5;

    private final Asked asked;
    private final Courses courses;
    private final Function<QueryPlan, Frame> reader;

    /// @param reader of the inputs, over the time that they name
    StreamRun(Asked asked, Courses courses, Function<QueryPlan, Frame> reader) {
        this.asked = asked;
        this.courses = courses;
        this.reader = reader;
    }

    /// Who asks, as of when, with what means.
    record Asked(TenantId tenant, Instant now, Meter meter) {}

    /// Empty when the method is none that is fed in order of time, or the input none that can be read in slices: only steps over the
    /// same last stretch of time can, and arithmetic between them.
    Optional<Frame> answer(Applied plan, UnaryOperator<Frame> sieve) {
        var method = plan.method().streamed();
        if (method.isEmpty() || plan.inputs().size() != 1) {
            return Optional.empty();
        }
        return history(plan.inputs().getFirst())
                .map(history -> new Run(plan, method.get(), history).answer(sieve));
    }

    private Optional<History> history(QueryPlan input) {
        var selects = input.selections();
        if (within(input, ANY).isEmpty()
                || !(selects.getFirst().window() instanceof Window.Last(var length, _))) {
            return Optional.empty();
        }
        var step = selects.getFirst().reduction().step();
        if (step == null || !selects.stream().allMatch(select -> fits(select, length, step))) {
            return Optional.empty();
        }
        return Optional.of(History.of(length, step, courses.settling()));
    }

    private static boolean fits(Select select, Duration length, Duration step) {
        return step.equals(select.reduction().step())
                && select.window() instanceof Window.Last(var own, var offset)
                && own.equals(length)
                && offset.toMillis() % step.toMillis() == 0;
    }

    /// The same over another stretch of time; empty unless each point comes of the samples of its own step alone.
    private static Optional<QueryPlan> within(QueryPlan plan, TimeRange range) {
        return switch (plan) {
            case Select select -> Optional.of(within(select, range));
            case Ratio(var part, var whole) ->
                    Optional.of(new Ratio(within(part, range), within(whole, range)));
            case Arithmetic(var operator, var left, Operand.Constant constant) ->
                    within(left, range).map(side -> new Arithmetic(operator, side, constant));
            case Arithmetic(var operator, var left, Operand.Plan(var right)) ->
                    within(left, range)
                            .flatMap(first ->
                                    within(right, range)
                                            .map(second ->
                                                    new Arithmetic(
                                                            operator,
                                                            first,
                                                            new Operand.Plan(second))));
            case QueryPlan.Given _,
                    QueryPlan.Several _,
                    QueryPlan.Versus _,
                    QueryPlan.BurnRate _,
                    QueryPlan.Absent _,
                    QueryPlan.Join _,
                    QueryPlan.Except _,
                    Applied _,
                    QueryPlan.WhereNow _,
                    QueryPlan.Top _,
                    QueryPlan.Bottom _ ->
                    Optional.empty();
        };
    }

    private static Select within(Select select, TimeRange range) {
        return select.through(new Window.Fixed(range, select.window().offset()));
    }

    /// One question to one stream.
    private final class Run {
        private final QueryPlan input;
        private final Streamed method;
        private final History history;
        private final String text;
        private final Meter meter = asked.meter();
        private final long now = asked.now().toEpochMilli();
        private long lastPoints;

        Run(Applied plan, Streamed method, History history) {
            this.input = plan.inputs().getFirst();
            this.text = plan.text();
            this.method = method;
            this.history = history;
        }

        Frame answer(UnaryOperator<Frame> sieve) {
            var standing = meter.standing();
            if (standing.isEmpty() || !method.isFrugal() || !courses.keepsSome()) {
                var course = new Course(method, history);
                course.advance(now, new Reading(() -> isCounted(course)));
                return answer(course, sieve);
            }
            var name = new Courses.Name(asked.tenant(), standing.get().name(), text);
            return courses.with(
                            name,
                            () -> new Course(method, history),
                            course -> keptAnswer(name, course, sieve))
                    .orElseThrow(meter::busy);
        }

        private boolean isCounted(Course course) {
            meter.keep(course.bytes());
            return true;
        }

        private Frame keptAnswer(Courses.Name name, Course course, UnaryOperator<Frame> sieve) {
            var learning = new Reading(() -> goOn(name, course, SHARE_TO_LEARN));
            if (!course.advance(now, learning)) {
                throw meter.learning(course.progress(now), course.rows());
            }
            requireRoom(name, course);
            var answer = answer(course, sieve);
            course.prepare(now, new Reading(() -> goOn(name, course, SHARE_TO_PREPARE)));
            return answer;
        }

        private boolean goOn(Courses.Name name, Course course, double share) {
            requireRoom(name, course);
            return meter.isWithin(share) && 2 * lastPoints < meter.pointsLeft();
        }

        private void requireRoom(Courses.Name name, Course course) {
            if (!courses.hasRoom(name)) {
                throw meter.noRoom(course.bytes(), courses.mostBytes());
            }
        }

        private Frame answer(Course course, UnaryOperator<Frame> sieve) {
            long since = now - history.length();
            var run =
                    new FrameMethods.Run(
                            meter.tenant(), asked.now(), meter::check, meter.missing());
            return course.stream().answer(new Question(run, since, sieve));
        }

        /// Reads slice by slice; what a slice kept in memory is let go before the next one.
        private final class Reading implements Slices {
            private final BooleanSupplier hasMore;
            private final QueryResult.Cost began = meter.cost();
            private long lastSteps;

            Reading(BooleanSupplier hasMore) {
                this.hasMore = hasMore;
            }

            @Override
            public Frame read(long from, long to) {
                meter.check();
                var range = new TimeRange(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
                var before = meter.cost();
                var frame = reader.apply(within(input, range).orElseThrow());
                meter.release(began, before);
                lastPoints = meter.cost().points() - before.points();
                lastSteps = Math.max(1, (to - from) / history.step());
                return frame;
            }

            @Override
            public int steps(int rows) {
                long series = Math.max(rows, meter.cost().series() - began.series());
                if (lastSteps == 0 || series == 0) {
                    return 1;
                }
                long pointsOfAStep = Math.ceilDiv(lastPoints + 1, lastSteps);
                long fitting = meter.bytesLeft() / BYTES_PER_POINT / series;
                long readable = meter.pointsLeft() / 4 / pointsOfAStep;
                return (int) Math.clamp(Math.min(fitting, readable), 1, MOST_STEPS);
            }

            @Override
            public boolean goOn() {
                return hasMore.getAsBoolean();
            }
        }
    }
}

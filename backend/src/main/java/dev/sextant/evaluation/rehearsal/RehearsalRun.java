// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.alert.AlertLifecycle;
import dev.sextant.alert.AlertSource;
import dev.sextant.alert.Text;
import dev.sextant.evaluation.RuleEvaluator;
import dev.sextant.evaluation.RuleEvaluator.Job;
import dev.sextant.evaluation.graph.GraphCalls;
import dev.sextant.evaluation.host.ScriptCalls;
import dev.sextant.query.GivenSeries;
import dev.sextant.query.GivenSeries.Given;
import dev.sextant.rule.RuleHeader;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiFunction;

/// Runs a rule over made-up series, slot by slot as in production: the slots of its interval, the delay of its header, its
/// state from slot to slot, its alerts.
final class RehearsalRun {
    private static final long MOST_POINTS = 2_000_000;
    private static final int MOST_FAILURES = 10;
    private static final Duration USUAL_STEP = Duration.ofMinutes(1);
    private static final Duration SHORTEST_STEP = Duration.ofSeconds(10);

    private final TenantId tenant;
    private final BiFunction<GivenSeries, ScriptCalls, RuleEvaluator> evaluators;
    private final ObjectMapper json;

    /// @param evaluators the production evaluator on given series and calls
    RehearsalRun(
            TenantId tenant,
            BiFunction<GivenSeries, ScriptCalls, RuleEvaluator> evaluators,
            ObjectMapper json) {
        this.tenant = tenant;
        this.evaluators = evaluators;
        this.json = json;
    }

    /// @throws StoppedException when the budget is used up, or slot after slot fails
    /// @throws IllegalArgumentException with a sentence for the author when there are too many points
    Seen over(Rehearsal rehearsal, Job job, Budget budget) {
        var header = job.header();
        var series = new GivenSeries(drawn(rehearsal, header));
        var alerts = new GivenAlerts(rehearsal.world().alerts());
        var evaluator = evaluators.apply(series, calls(rehearsal.world(), alerts));
        var lifecycle =
                new AlertLifecycle(
                        new AlertSource(tenant, header.id().value(), new Text(header.title())),
                        header.policy());
        var seen = new Seen(watched(rehearsal));
        JsonNode state = json.createObjectNode();
        var last = rehearsal.span().to();
        for (var slot = firstSlot(rehearsal, header);
                !slot.isAfter(last);
                slot = header.timing().next(slot)) {
            budget.take(rehearsal.span().show(slot));
            series.moveTo(slot.plus(header.delay()));
            var now = new Job(header, job.script(), job.parameters(), state);
            var run = evaluator.run(tenant, now.slotBySlot(), slot);
            var before = alerts.listBefore(tenant, header.id().value(), header.policy(), slot);
            var advance = run.advance(lifecycle, before, slot);
            seen.keep(slot, run, advance.transitions());
            alerts.put(tenant, advance);
            state = run.state() == null ? state : run.state();
            if (seen.failures() >= MOST_FAILURES) {
                break;
            }
        }
        return seen;
    }

    private static ScriptCalls calls(GivenWorld world, GivenAlerts alerts) {
        var graph = new GivenGraph(world);
        return new ScriptCalls(
                GraphCalls.of(
                        graph,
                        graph,
                        new GivenEvents.OfChange(world.changes()),
                        new GivenEvents.OfMaintenance(world.maintenance()),
                        alerts));
    }

    private static Instant firstSlot(Rehearsal rehearsal, RuleHeader header) {
        return header.timing().next(rehearsal.span().from().minusMillis(1));
    }

    private static HashSet<Instant> watched(Rehearsal rehearsal) {
        var watched = new HashSet<Instant>();
        for (var expectation : rehearsal.expectations()) {
            if (expectation instanceof Expectation.VerdictAt verdict) {
                watched.add(verdict.at());
            }
        }
        return watched;
    }

    private static List<Given> drawn(Rehearsal rehearsal, RuleHeader header) {
        long points = 0;
        var given = new ArrayList<Given>();
        for (var sketch : rehearsal.series()) {
            var every =
                    sketch.every() == null
                            ? step(header.timing().distance(firstSlot(rehearsal, header)))
                            : sketch.every();
            points += rehearsal.span().length().plus(rehearsal.history()).dividedBy(every);
            if (points > MOST_POINTS) {
                throw new IllegalArgumentException(
                        "the series of a check have at most %,d points: shorten t.history(\"14d\"), or give series { every: \"5m\" }"
                                .formatted(MOST_POINTS));
            }
            var from = rehearsal.span().from().minus(rehearsal.history());
            given.add(
                    new Given(
                            sketch.drawn(new Span(from, rehearsal.span().to()), every),
                            sketch.late()));
        }
        return given;
    }

    private static Duration step(Duration every) {
        var within = every.compareTo(USUAL_STEP) > 0 ? USUAL_STEP : every;
        return within.compareTo(SHORTEST_STEP) < 0 ? SHORTEST_STEP : within;
    }

    /// What all checks of a file may use together.
    static final class Budget {
        private final int mostSlots;
        private final Duration mostTime;
        private final long started = System.nanoTime();
        private int slots;

        Budget(int mostSlots, Duration mostTime) {
            this.mostSlots = mostSlots;
            this.mostTime = mostTime;
        }

        int slots() {
            return slots;
        }

        Duration used() {
            return Duration.ofNanos(System.nanoTime() - started);
        }

        private void take(String slot) {
            if (slots >= mostSlots) {
                throw new StoppedException(
                        "stopped at %s: the checks of a file may run %,d slots; shorten t.run(...)"
                                .formatted(slot, mostSlots));
            }
            if (used().compareTo(mostTime) > 0) {
                throw new StoppedException(
                        "stopped at %s after %d s, which is the limit for the checks of a file; shorten t.run(...)"
                                .formatted(slot, mostTime.toSeconds()));
            }
            slots++;
        }
    }

    /// A run that did not come to its end.
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException(String message) {
            super(message);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.query.QueryResult.Answer;
import dev.sextant.query.QueryResult.Code;
import dev.sextant.query.QueryResult.Cost;
import dev.sextant.query.QueryResult.Refused;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.TooManyPointsException;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Runs plans: a pure function of the plan, the evaluation time and the data as of then, within the tenant's limits.
/// What can be refused is refused before anything is read.
@ApplicationScoped
public class QueryEngine {
    /// Points of one series that a step may make, as in Prometheus.
    static final long MAX_STEPS = 11_000;

    /// Of the heap, one query may fill about a tenth: a point takes up to 56 bytes while it is read.
    private static final long HEAP_BYTES_PER_POINT = 512;

    private final SeriesReader reader;
    private final TenantLimits limits;
    private final long maxPoints;
    private final PlanParser parser = new PlanParser();

    @Inject
    QueryEngine(SeriesReader reader) {
        this(reader, TenantLimits.standard());
    }

    /// For tests and back-tests, which bring their own series.
    public QueryEngine(SeriesReader reader, TenantLimits limits) {
        this.reader = reader;
        this.limits = limits;
        this.maxPoints =
                Math.min(
                        limits.queryPoints(),
                        Runtime.getRuntime().maxMemory() / HEAP_BYTES_PER_POINT);
    }

    /// Runs a plan given as JSON.
    public QueryResult run(TenantId tenant, String plan, Instant now) {
        try {
            return run(tenant, parser.parse(plan), now);
        } catch (InvalidPlanException problem) {
            return new Refused(Code.INVALID_PLAN, problem.getMessage());
        }
    }

    public QueryResult run(TenantId tenant, QueryPlan plan, Instant now) {
        long started = System.nanoTime();
        return refusal(tenant, plan, now)
                .<QueryResult>map(refused -> refused)
                .orElseGet(() -> answer(new Run(tenant, now), plan, started));
    }

    private QueryResult answer(Run run, QueryPlan plan, long started) {
        try {
            var frame = run.frame(plan);
            long millis = Duration.ofNanos(System.nanoTime() - started).toMillis();
            return new Answer(frame, new Cost(run.series, run.points, millis));
        } catch (TooManyPointsException _) {
            return new Refused(
                    Code.TOO_MANY_POINTS,
                    "the query reads more than %,d points, which is the limit; shorten the range or narrow it with where"
                            .formatted(maxPoints));
        }
    }

    private Optional<Refused> refusal(TenantId tenant, QueryPlan plan, Instant now) {
        long series = 0;
        for (var select : plan.selections()) {
            var range = select.window().at(now);
            if (reader.seriesCount(tenant, select.metric()) == 0) {
                return Optional.of(unknown(tenant, select.metric()));
            }
            if (select.reduction().step() != null
                    && Grid.of(range, select.reduction().step()).count() > MAX_STEPS) {
                return Optional.of(
                        new Refused(
                                Code.TOO_MANY_POINTS,
                                "steps of %s over %s make more than %,d points per series; use a longer step"
                                        .formatted(
                                                Durations.format(select.reduction().step()),
                                                Durations.format(range.length()),
                                                MAX_STEPS)));
            }
            series += reader.find(tenant, selection(select, range)).size();
        }
        if (series > limits.querySeries()) {
            return Optional.of(
                    new Refused(
                            Code.TOO_MANY_SERIES,
                            "the query touches %,d series; tenant %s may touch %,d at once: narrow it with where"
                                    .formatted(series, tenant, limits.querySeries())));
        }
        return Optional.empty();
    }

    private Refused unknown(TenantId tenant, String metric) {
        var meant =
                NearMiss.of(metric, reader.metrics(tenant))
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
        return new Refused(Code.UNKNOWN_METRIC, "unknown metric " + metric + meant);
    }

    private static Selection selection(QueryPlan.Select select, TimeRange range) {
        return new Selection(select.metric(), select.matchers(), range);
    }

    /// One run of one plan: what it has read so far.
    private final class Run {
        private final TenantId tenant;
        private final Instant now;
        private long series;
        private long points;

        Run(TenantId tenant, Instant now) {
            this.tenant = tenant;
            this.now = now;
        }

        Frame frame(QueryPlan plan) {
            return switch (plan) {
                case QueryPlan.Select select -> select(select);
                case QueryPlan.WhereNow(var input, var comparison, var value) ->
                        Operators.whereNow(frame(input), comparison, value);
                case QueryPlan.Top(var input, var count) -> Operators.top(frame(input), count);
                case QueryPlan.Bottom(var input, var count) ->
                        Operators.bottom(frame(input), count);
                case QueryPlan.Arithmetic(
                                var operator,
                                var left,
                                QueryPlan.Operand.Constant(var value)) ->
                        Operators.arithmetic(operator, frame(left), value);
                case QueryPlan.Arithmetic(
                                var operator,
                                var left,
                                QueryPlan.Operand.Plan(var right)) ->
                        Operators.arithmetic(operator, frame(left), frame(right));
            };
        }

        private Frame select(QueryPlan.Select select) {
            var selected = new Selected(select, select.window().at(now));
            var selection = selection(select, selected.range());
            for (var one : reader.read(tenant, selection, maxPoints - points)) {
                series++;
                points += one.length();
                selected.add(one);
            }
            return selected.frame();
        }
    }
}

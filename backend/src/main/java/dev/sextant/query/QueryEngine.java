// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.query.QueryResult.Answer;
import dev.sextant.query.QueryResult.Code;
import dev.sextant.query.QueryResult.Cost;
import dev.sextant.query.QueryResult.Refused;
import dev.sextant.query.operator.Aggregation;
import dev.sextant.query.operator.Exclusions;
import dev.sextant.query.operator.Gathering;
import dev.sextant.query.operator.Grid;
import dev.sextant.query.operator.LastPoints;
import dev.sextant.query.operator.Operators;
import dev.sextant.query.operator.Ratios;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.TooManyPointsException;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs plans: a pure function of the plan, the evaluation time and the data as of then, within the tenant's limits.
/// What can be refused is refused before anything is read.
@ApplicationScoped
public class QueryEngine {
    /// Points of one series that a step may make, as in Prometheus.
    static final long MAX_STEPS = 11_000;

    /// Of the heap, one query may fill about a tenth: a point takes up to 56 bytes while it is read.
    private static final long HEAP_BYTES_PER_POINT = 512;

    private static final String BUCKETS = "_bucket";

    private final SeriesReader reader;
    private final MetricTypes types;
    private final TenantLimits limits;
    private final long maxPoints;
    private final PlanParser parser = new PlanParser();

    @Inject
    QueryEngine(SeriesReader reader, MetricTypes types) {
        this(reader, types, TenantLimits.standard());
    }

    /// For tests and back-tests, which bring their own series and know no types.
    public QueryEngine(SeriesReader reader, TenantLimits limits) {
        this(reader, (_, _) -> MetricMetadata.Type.UNKNOWN, limits);
    }

    QueryEngine(SeriesReader reader, MetricTypes types, TenantLimits limits) {
        this.reader = reader;
        this.types = types;
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
            if (reader.seriesCount(tenant, source(tenant, select).metric()) == 0) {
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
            series += reader.find(tenant, selection(source(tenant, select), range)).size();
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

    /// A histogram has no series of its own name: its quantiles are told from its buckets.
    private boolean isHistogram(TenantId tenant, QueryPlan.Select select) {
        return select.reduction().aggregation() == Aggregation.QUANTILE
                && reader.seriesCount(tenant, select.metric()) == 0
                && reader.seriesCount(tenant, select.metric() + BUCKETS) > 0;
    }

    /// The selection of the series that are read.
    private QueryPlan.Select source(TenantId tenant, QueryPlan.Select select) {
        return isHistogram(tenant, select) ? select.ofMetric(select.metric() + BUCKETS) : select;
    }

    private Refused unknown(TenantId tenant, String metric) {
        if (reader.seriesCount(tenant, metric + BUCKETS) > 0) {
            return new Refused(
                    Code.UNKNOWN_METRIC,
                    "%1$s is a histogram: ask for a quantile of it, or for %1$s_bucket, %1$s_count or %1$s_sum"
                            .formatted(metric));
        }
        var meant =
                NearMiss.of(metric, reader.metrics(tenant))
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
        return new Refused(Code.UNKNOWN_METRIC, "no metric " + metric + meant);
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
                case QueryPlan.Ratio ratio -> ratio(ratio);
                case QueryPlan.BurnRate burnRate -> burnRate(burnRate);
                case QueryPlan.Absent absent -> absent(absent);
                case QueryPlan.Versus(var input, var offset) ->
                        frame(input)
                                .beside(
                                        Map.of(
                                                QueryPlan.Versus.BEFORE,
                                                frame(input.earlier(offset))));
                case QueryPlan.Join(var input, var frames) -> frame(input).beside(frames(frames));
                case QueryPlan.Except(var input, var other) ->
                        Exclusions.leaveOut(frame(input), frame(other));
                case QueryPlan.WhereNow(var input, var comparison, var value) ->
                        Operators.whereNow(frame(input), now -> comparison.holds(now, value));
                case QueryPlan.Top(var input, var count) -> Operators.top(frame(input), count);
                case QueryPlan.Bottom(var input, var count) ->
                        Operators.bottom(frame(input), count);
                case QueryPlan.Arithmetic(
                                var operator,
                                var left,
                                QueryPlan.Operand.Constant(var value)) ->
                        Operators.arithmetic(operator::apply, frame(left), value);
                case QueryPlan.Arithmetic(
                                var operator,
                                var left,
                                QueryPlan.Operand.Plan(var right)) ->
                        Operators.arithmetic(operator::apply, frame(left), frame(right));
            };
        }

        private Map<String, Frame> frames(Map<String, QueryPlan> plans) {
            var frames = new LinkedHashMap<String, Frame>();
            plans.forEach((name, plan) -> frames.put(name, frame(plan)));
            return frames;
        }

        private Frame select(QueryPlan.Select select) {
            boolean isHistogram = isHistogram(tenant, select);
            var selected = new Selected(select, select.window().at(now), isHistogram);
            read(selection(source(tenant, select), selected.range()), selected.sink());
            return selected.frame();
        }

        private Frame ratio(QueryPlan.Ratio ratio) {
            return Ratios.ratio(select(totalled(ratio.part())), select(totalled(ratio.whole())));
        }

        private QueryPlan.Select totalled(QueryPlan.Select select) {
            var type = types.typeOf(tenant, select.metric());
            return select.reducedBy(
                    type == MetricMetadata.Type.GAUGE ? Aggregation.SUM : Aggregation.INCREASE);
        }

        private Frame burnRate(QueryPlan.BurnRate plan) {
            var ratios = new LinkedHashMap<String, Frame>();
            plan.windows()
                    .forEach((name, length) -> ratios.put(name, ratio(plan.input().last(length))));
            return Ratios.burn(ratios, plan.objective());
        }

        private Frame absent(QueryPlan.Absent plan) {
            var input = selection(plan.input(), plan.input().window().at(now));
            var absence = new Absence(plan, lastPoints(input));
            var missing = absence.missing(reader.find(tenant, input));
            if (missing.isEmpty()) {
                return new Frame(List.of());
            }
            var lookback = plan.past().window().at(now);
            var matchers = new ArrayList<>(input.matchers());
            matchers.addAll(missing);
            return absence.frame(lastPoints(new Selection(input.metric(), matchers, lookback)));
        }

        private List<Series> lastPoints(Selection selection) {
            var last = new LastPoints();
            read(selection, last);
            return last.series();
        }

        private void read(Selection selection, Gathering into) {
            var metered = new Metered(into, maxPoints - points);
            reader.scan(tenant, selection, maxPoints - points, metered);
            series += metered.series();
            points += metered.points();
        }
    }
}

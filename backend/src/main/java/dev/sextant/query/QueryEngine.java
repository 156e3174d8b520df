// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.query.FrameMethods.UnfitFramesException;
import dev.sextant.query.QueryResult.Answer;
import dev.sextant.query.QueryResult.Code;
import dev.sextant.query.QueryResult.Refused;
import dev.sextant.query.operator.Grid;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.SourceUnavailableException;
import dev.sextant.store.TooManyPointsException;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/// Runs plans: a pure function of the plan, the evaluation time and the data as of then, within the tenant's limits.
/// What can be refused is refused before anything is read.
@ApplicationScoped
public class QueryEngine {
    /// Points of one series that a step may make, as in Prometheus.
    static final long MAX_STEPS = 11_000;

    /// The same where an algorithm reads them, so that they stay here: five weeks of minutes.
    static final long MAX_STEPS_OF_ALGORITHMS = 50_400;

    private final SeriesReader reader;
    private final MetricTypes types;
    private final TenantQueryLimits limits;
    private final PlanParser parser;
    private final Courses courses;

    @Inject
    QueryEngine(
            SeriesReader reader,
            MetricTypes types,
            TenantQueryLimits limits,
            FrameMethods methods,
            Courses courses) {
        this.reader = reader;
        this.types = types;
        this.limits = limits;
        this.parser = new PlanParser(methods);
        this.courses = courses;
    }

    /// For tests, which bring their own series and know no types.
    public QueryEngine(SeriesReader reader, QueryLimits limits) {
        this(reader, limits, FrameMethods.none());
    }

    /// For back-tests, which bring their own series.
    public QueryEngine(SeriesReader reader, QueryLimits limits, FrameMethods methods) {
        this(reader, limits, methods, Courses.none());
    }

    /// The same, which keeps what detectors learn.
    public QueryEngine(
            SeriesReader reader, QueryLimits limits, FrameMethods methods, Courses courses) {
        this(reader, (_, _) -> MetricMetadata.Type.UNKNOWN, _ -> limits, methods, courses);
    }

    /// Reads a plan given as JSON.
    ///
    /// @throws InvalidPlanException when it is not understood; the message names the field
    public QueryPlan parse(String plan) throws InvalidPlanException {
        return parser.parse(plan);
    }

    /// Runs a plan given as JSON for somebody who waits as long as it may take.
    public QueryResult run(TenantId tenant, String plan, Instant now) {
        return run(tenant, plan, now, () -> true);
    }

    /// Runs a plan given as JSON.
    public QueryResult run(TenantId tenant, String plan, Instant now, Asker asker) {
        try {
            var asked = parser.parse(plan, () -> reader.metrics(tenant));
            return asked instanceof QueryPlan.Several(var each) && each.isEmpty()
                    ? new Refused(Code.UNKNOWN_METRIC, "no metric has such a name")
                    : run(tenant, asked, now, asker);
        } catch (InvalidPlanException problem) {
            return new Refused(Code.INVALID_PLAN, problem.getMessage());
        }
    }

    public QueryResult run(TenantId tenant, QueryPlan plan, Instant now, Asker asker) {
        var meter = new Meter(tenant, limits.find(tenant), asker);
        var sources = new Sources(tenant, reader);
        try {
            admit(sources, plan, now, meter);
            var frame = new QueryRun(sources, types, now, meter, courses).frame(plan);
            return new Answer(frame, meter.cost());
        } catch (QueryStoppedException stopped) {
            return stopped.refused().after(meter.cost());
        } catch (SourceUnavailableException elsewhere) {
            return new Refused(Code.SOURCE_UNAVAILABLE, elsewhere.detail()).after(meter.cost());
        } catch (TooManyPointsException problem) {
            return meter.moreThanLeft(problem.limit()).refused().after(meter.cost());
        } catch (UnfitFramesException problem) {
            return new Refused(Code.INVALID_PLAN, problem.getMessage()).after(meter.cost());
        }
    }

    private static void admit(Sources sources, QueryPlan plan, Instant now, Meter meter) {
        long series = 0;
        long most = plan.isApplied() ? MAX_STEPS_OF_ALGORITHMS : MAX_STEPS;
        for (var select : plan.selections()) {
            meter.check();
            sources.requireKnown(select);
            requireFewSteps(select, now, most);
            series += sources.count(select);
            meter.allowSeries(series);
        }
    }

    private static void requireFewSteps(QueryPlan.Select select, Instant now, long most) {
        var range = select.window().at(now);
        var step = select.reduction().step();
        long steps = Grid.of(range, step).count();
        if (step != null && steps > most) {
            throw new QueryStoppedException(
                    new Refused(
                            Code.TOO_MANY_POINTS,
                            "steps of %s over %s make more than %,d points per series; use a longer step"
                                    .formatted(
                                            Durations.format(step),
                                            Durations.format(range.length()),
                                            most),
                            new QueryResult.Use("steps", steps, most, "")));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.evaluation.algorithms.AlgorithmMethods;
import dev.sextant.query.GivenSeries;
import dev.sextant.query.GivenSeries.Given;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryLimits;
import dev.sextant.query.QueryResult;
import dev.sextant.telemetry.Durations;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A plan over series that are described by curves, as tests of rules describe them: to see what an algorithm makes of a shape
/// before any data are there.
record MadeUpQuery(List<Given> series, Span span, String plan) {
    private static final int MOST_POINTS = 1_000_000;
    private static final String USUAL_STEP = "1m";

    /// Reads `{"run": "2026-03-02/14d", "every": "1m", "series": [{"metric", "labels", "curve"}], "plan": {...}}`.
    ///
    /// @throws IllegalArgumentException with a sentence for the author
    static MadeUpQuery of(JsonNode given) {
        var plan = given.path("plan");
        if (!given.path("run").isTextual() || !plan.isObject() || given.path("series").isEmpty()) {
            throw new IllegalArgumentException(
                    "give it run, such as \"2026-03-02/14d\", series and a plan");
        }
        var span = Span.of(given.path("run").asText());
        var usual = Durations.parse(given.path("every").asText(USUAL_STEP));
        var series = new ArrayList<Given>();
        long points = 0;
        for (var sketch : RehearsalReader.series(given.path("series"), span)) {
            var every = sketch.every() == null ? usual : sketch.every();
            if (!every.isPositive()) {
                throw new IllegalArgumentException("every must be a duration above 0s");
            }
            points += span.length().dividedBy(every);
            if (points > MOST_POINTS) {
                throw new IllegalArgumentException(
                        "the series have at most %,d points: give them a shorter run or a longer step"
                                .formatted(MOST_POINTS));
            }
            series.add(new Given(sketch.drawn(span, every), Duration.ZERO));
        }
        return new MadeUpQuery(series, span, plan.toString());
    }

    /// The answer as of the end.
    QueryResult run(TenantId tenant, QueryLimits limits, AlgorithmMethods methods) {
        var store = new GivenSeries(series);
        store.moveTo(span.to());
        return new QueryEngine(store, limits, methods).run(tenant, plan, span.to());
    }
}

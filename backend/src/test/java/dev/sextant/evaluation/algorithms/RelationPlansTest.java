// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryLimits;
import dev.sextant.query.QueryResult;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What rows have to do with one another, with special days and with the graph, as operations of plans.
class RelationPlansTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final String INPUT = "{\"metric\":\"load\",\"last\":\"14d\",\"step\":\"1m\"}";
    private static final String SHORT =
            "{\"metric\":\"load\",\"where\":{\"host\":\"%s\"},\"last\":\"1d\",\"step\":\"5m\"%s}";

    private final InMemorySeries store = new InMemorySeries();
    private final QueryEngine engine =
            new QueryEngine(store, QueryLimits.standard(), new AlgorithmMethods());

    /// A daily wave with noise; of `dropped` the last ten minutes lie two fifths lower; `other` only has noise.
    @BeforeEach
    void series() {
        var random = new Random(7);
        LongToDoubleFunction wave =
                time ->
                        1000
                                + 300 * Math.sin(2 * Math.PI * time / DAY)
                                + 10 * random.nextGaussian();
        put("usual", wave);
        put("dropped", time -> wave.applyAsDouble(time) * (time > at(10) ? 0.6 : 1));
        put("other", _ -> random.nextGaussian());
    }

    @Test
    void eachRowIsToldWithWhomItMoves() {
        var plan =
                "{\"op\":\"algorithm\",\"use\":\"relation.correlation\",\"inputs\":[%s,%s],\"options\":{\"lag\":\"5m\"}}"
                        .formatted(
                                SHORT.formatted("usual", ""),
                                SHORT.formatted("usual", ",\"offset\":\"1d\""));

        var frame = answer(plan);

        assertThat(frame.series().getFirst().values()[0]).isGreaterThan(0.9);
        assertThat(last(frame, "score")).isGreaterThan(1);
        assertThat(last(frame, "lag")).isBetween(-5.0 * MINUTE, 5.0 * MINUTE);
        assertThat(frame.explanations().get(Labels.of("host", "usual"))).startsWith("goes with ");
    }

    @Test
    void rowsThatLookAlikeAreOneGroup() {
        var all = SHORT.replace("\"where\":{\"host\":\"%s\"},", "").formatted("");
        var frame =
                answer(
                        "{\"op\":\"algorithm\",\"use\":\"relation.clusters\",\"input\":%s}"
                                .formatted(all));
        var one =
                answer(
                        "{\"op\":\"algorithm\",\"use\":\"relation.clusters\",\"options\":{\"count\":1},\"input\":%s}"
                                .formatted(all));

        assertThat(frame.series().stream().map(row -> row.values()[0]))
                .containsExactly(1.0, 1.0, 2.0);
        assertThat(one.series()).allSatisfy(row -> assertThat(row.values()).containsExactly(1));
    }

    @Test
    void peersAreThoseOfAGroup() {
        for (int host = 0; host < 8; host++) {
            store.append(
                    ACME,
                    List.of(
                            new Series(
                                    new SeriesKey(
                                            "temperature",
                                            Labels.of(
                                                    Map.of(
                                                            "host",
                                                            "h" + host,
                                                            "zone",
                                                            host < 5 ? "warm" : "cold"))),
                                    new long[] {at(1)},
                                    new double[] {host == 4 ? 90 : host < 5 ? 40 + host : 5})));
        }

        var frame =
                answer(
                        "{\"op\":\"algorithm\",\"use\":\"anomaly.peers\",\"options\":{\"by\":\"zone\"},\"input\":{\"metric\":\"temperature\",\"last\":\"5m\"}}");

        var scores = requireNonNull(frame.sides().get("score")).byLabels();
        scores.forEach((labels, score) ->
                assertThat(score.values()[0] >= 1)
                        .as(labels.toString())
                        .isEqualTo("h4".equals(labels.value("host"))));
        assertThat(frame.explanations().get(Labels.of(Map.of("host", "h7", "zone", "cold"))))
                .contains("nothing to compare it with");
    }

    @Test
    void specialDaysAreToldFromOthers() {
        var kept =
                "{\"op\":\"algorithm\",\"use\":\"anomaly.auto\",\"keep\":1000,\"options\":{\"calendar\":{\"sale\":[%s]}},\"input\":%s}";
        var unknown = answer(kept.formatted("\"2026-03-15T11:00/2h\"", INPUT));

        assertThat(unknown.explanations().get(Labels.of("host", "dropped")))
                .isEqualTo("learning: no earlier sale is known");
        assertThat(last(unknown, "score")).isZero();
        var known =
                answer(kept.formatted("\"2026-03-14T11:00/2h\",\"2026-03-15T11:00/2h\"", INPUT));
        assertThat(known.explanations().get(Labels.of("host", "usual")))
                .endsWith("; for sale as it was before");
        assertThat(known.explanations().get(Labels.of("host", "dropped"))).doesNotContain("usual:");
    }

    @Test
    void blameWalksAlongCalls() {
        put("page", time -> time > at(30) ? 500 : 100);
        put("basket", time -> time > at(30) ? 480 : 80);
        put("base", time -> time > at(30) ? 460 : 60);
        put("stock", _ -> 70);
        var call = "{\"from\":{\"host\":\"%s\"},\"to\":{\"host\":\"%s\"}}";
        var calls =
                String.join(
                        ",",
                        call.formatted("page", "basket"),
                        call.formatted("page", "stock"),
                        call.formatted("basket", "base"));

        var frame =
                answer(
                        "{\"op\":\"algorithm\",\"use\":\"cause.walk\",\"options\":{\"symptom\":{\"host\":\"page\",\"zone\":\"a\"},\"graph\":{\"calls\":[%s],\"changed\":[{\"host\":\"base\"}]},\"began\":%d},\"input\":{\"metric\":\"load\",\"last\":\"6h\",\"step\":\"1m\"}}"
                                .formatted(calls, at(30)));

        assertThat(frame.series())
                .extracting(row -> row.key().labels().value("host"))
                .startsWith("base")
                .containsExactlyInAnyOrder("page", "basket", "base", "stock");
        assertThat(frame.explanations().get(Labels.of("host", "base")))
                .contains("reached by {host=\"page\"} > {host=\"basket\"} > {host=\"base\"}")
                .endsWith("; changed shortly before");
    }

    private Frame answer(String plan) {
        var result = engine.run(ACME, plan, NOW);
        assertThat(result).as(String.valueOf(result)).isInstanceOf(QueryResult.Answer.class);
        return ((QueryResult.Answer) result).frame();
    }

    private static double last(Frame frame, String side) {
        var values = requireNonNull(frame.sides().get(side)).series().getFirst().values();
        return values[values.length - 1];
    }

    private static long at(int minutesAgo) {
        return NOW.toEpochMilli() - minutesAgo * MINUTE;
    }

    private void put(String host, LongToDoubleFunction curve) {
        int points = 14 * 24 * 60;
        var times = new long[points];
        Arrays.setAll(times, point -> at(points - 1 - point));
        var values = Arrays.stream(times).mapToDouble(curve::applyAsDouble).toArray();
        store.append(
                ACME,
                List.of(new Series(new SeriesKey("load", Labels.of("host", host)), times, values)));
    }
}

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
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Algorithms as operations of plans, over two weeks of minutes in memory.
class AlgorithmPlansTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final String INPUT = "{\"metric\":\"load\",\"last\":\"14d\",\"step\":\"1m\"}";

    private final InMemorySeries store = new InMemorySeries();
    private final QueryEngine engine =
            new QueryEngine(store, QueryLimits.standard(), new AlgorithmMethods());

    /// A daily wave with noise; of `dropped` the last ten minutes lie two fifths lower, `stopped` has no point of the last day.
    @BeforeEach
    void series() {
        var random = new Random(7);
        LongToDoubleFunction wave =
                time ->
                        1000
                                + 300 * Math.sin(2 * Math.PI * time / DAY)
                                + 10 * random.nextGaussian();
        put("usual", NOW, wave);
        put("dropped", NOW, time -> wave.applyAsDouble(time) * (time > at(10) ? 0.6 : 1));
        put(
                "stopped",
                NOW.minus(Duration.ofDays(1)),
                time -> wave.applyAsDouble(time) * (time > at(24 * 60 + 10) ? 0.6 : 1));
    }

    @Test
    void onlyWhatLeftItsUsualRangeStays() {
        var frame =
                answer(
                        """
                        {"op":"suspects","scoreAbove":1,"atLeast":"4 of 5","minDeviation":{"rel":0.15,"abs":20},
                         "input":{"op":"algorithm","use":"anomaly.auto","options":{"season":["1d","1w"]},"input":%s}}
                        """
                                .formatted(INPUT));

        assertThat(frame.series())
                .extracting(row -> row.key().labels().value("host"))
                .containsExactly("dropped");
        var row = frame.series().getFirst();
        assertThat(row.length()).isEqualTo(20);
        assertThat(last(frame, "score")).isGreaterThan(1);
        assertThat(last(frame, "lower")).isLessThan(last(frame, "upper"));
        assertThat(last(frame, "expected")).isGreaterThan(row.values()[19] + 100);
        assertThat(frame.explanations().get(row.key().labels())).contains(" against ");
    }

    @Test
    void nothingIsSuspectWhereNothingIs() {
        var nowhere = INPUT.replace("\"last\"", "\"where\":{\"host\":\"none\"},\"last\"");
        for (var method : List.of("anomaly.auto", "anomaly.spike")) {
            var frame =
                    answer(
                            "{\"op\":\"suspects\",\"input\":{\"op\":\"algorithm\",\"use\":\"%s\",\"input\":%s}}"
                                    .formatted(method, nowhere));
            assertThat(frame.series()).isEmpty();
        }
    }

    @Test
    void rowsInBatchesAreAllJudged() {
        for (int host = 0; host < 997; host++) {
            store.append(
                    ACME,
                    List.of(
                            new Series(
                                    new SeriesKey("load", Labels.of("host", "h" + host)),
                                    new long[] {at(1)},
                                    new double[] {host})));
        }
        var all =
                "{\"op\":\"suspects\",\"scoreAbove\":0,\"input\":{\"op\":\"algorithm\",\"use\":\"anomaly.auto\",\"input\":%s}}";

        assertThat(answer(all.formatted(INPUT)).series()).hasSize(1_000);
    }

    @Test
    void theSameQuestionGivesTheSameBytes() {
        var plan =
                "{\"op\":\"algorithm\",\"use\":\"anomaly.auto@1\",\"keep\":500,\"input\":%s}"
                        .formatted(INPUT);

        assertThat(bits(answer(plan))).isEqualTo(bits(answer(plan)));
    }

    @Test
    void aSeriesThatStoppedIsNotJudged() {
        var frame =
                answer(
                        "{\"op\":\"algorithm\",\"use\":\"anomaly.auto\",\"input\":%s}"
                                .formatted(INPUT));

        assertThat(frame.explanations().get(Labels.of("host", "stopped"))).startsWith("stopped");
        var scores = requireNonNull(frame.sides().get("score")).byLabels();
        assertThat(requireNonNull(scores.get(Labels.of("host", "stopped"))).values())
                .containsOnly(0);
    }

    @Test
    void aColdSeriesSaysThatItLearns() {
        var plan = INPUT.replace("14d", "12h");

        var frame =
                answer(
                        "{\"op\":\"algorithm\",\"use\":\"anomaly.auto\",\"input\":%s}"
                                .formatted(plan));

        assertThat(frame.explanations().get(Labels.of("host", "dropped"))).startsWith("learning");
        assertThat(last(frame, "score")).isZero();
    }

    @Test
    void aForecastReachesItsLimitInTime() {
        var random = new Random(3);
        put(
                "filling",
                NOW,
                time ->
                        0.9
                                - (NOW.toEpochMilli() - time) * 0.02 / DAY
                                + 0.002 * random.nextGaussian());
        var frame =
                answer(
                        """
                        {"op":"timeTo","limit":1.0,"input":{"op":"algorithm","use":"forecast.trend+season",
                         "options":{"to":"7d","level":0.8},
                         "input":{"metric":"load","where":{"host":"filling"},"last":"14d","step":"10m"}}}
                        """);

        assertThat(last(frame, "fit")).isGreaterThan(0.6);
        assertThat(last(frame, "median")).isBetween(4.0 * DAY, 6.0 * DAY);
        assertThat(last(frame, "earliest")).isLessThanOrEqualTo(last(frame, "median"));
        assertThat(frame.sides()).doesNotContainKey("expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"op":"algorithm","use":"anomaly.atuo","input":IN}  | there is no algorithm anomaly.atuo; did you mean anomaly.auto?
                    {"op":"algorithm","use":"anomaly.auto@9","input":IN} | there is no such version: anomaly.auto@9; the newest is anomaly.auto@1
                    {"op":"algorithm","input":IN} | an algorithm's operation names it
                    {"op":"algorithm","use":"anomaly.auto","options":{"seasn":"1d"},"input":IN} | anomaly.auto has no option seasn; did you mean season?
                    {"op":"algorithm","use":"anomaly.auto","options":{"season":"6h"},"input":IN} | may name seasons of 1d, 7d, which are all that it watches
                    {"op":"algorithm","use":"anomaly.auto","options":{"direction":"left"},"input":IN} | must be one of up, down, both
                    {"op":"algorithm","use":"anomaly.auto","options":{"minDeviation":{"rel":-1}},"input":IN} | must be a number of 0 or more
                    {"op":"algorithm","use":"anomaly.auto","options":7,"input":IN} | must be a JSON object
                    {"op":"algorithm","use":"forecast.auto","options":{"to":"1s"},"input":IN} | must be 1 to 100,000 steps of the series, which are 1m each
                    {"op":"algorithm","use":"forecast.auto","options":{"level":1},"input":IN} | must be a number from 0.01 to 0.999
                    {"op":"algorithm","use":"anomaly.auto","keep":0,"input":IN} | must be a whole number from 1
                    {"op":"algorithm","use":"anomaly.auto"} | field input is missing
                    {"op":"algorithm","use":"relation.correlation","inputs":[IN,IN,IN]} | relation.correlation looks at two frames
                    {"op":"algorithm","use":"relation.correlation","options":{"lag":"30d"},"input":IN} | take too long: give fewer rows, a longer step or a shorter lag
                    {"op":"algorithm","use":"relation.clusters","options":{"count":0},"input":IN} | must be a number from 1 to 1000
                    {"op":"algorithm","use":"anomaly.peers","options":{"by":[7]},"input":IN} | must hold names of labels, as in ["service"]
                    {"op":"algorithm","use":"anomaly.auto","options":{"calendar":["2026-05-01"]},"input":IN} | must be up to 20 kinds of stretches
                    {"op":"algorithm","use":"anomaly.auto","options":{"calendar":{"sale":["soon"]}},"input":IN} | soon is no stretch of time
                    {"op":"algorithm","use":"anomaly.auto","options":{"calendar":{}},"input":IN} | a calendar has 1 to 1,000 stretches of time, not 0
                    {"op":"algorithm","use":"cause.walk","input":IN} | cause.walk: the parameter graph must be given
                    {"op":"algorithm","use":"cause.walk","options":{"graph":{}},"input":IN} | must be { calls: [{ from, to }], changed: [] }
                    {"op":"algorithm","use":"cause.walk","options":{"symptom":{}},"input":IN} | must hold labels, as in { service: "pay" }
                    {"op":"algorithm","use":"anomaly.auto","inputs":[IN,IN]} | anomaly.auto looks at one frame
                    {"op":"suspects","atLeast":"5 of 4","input":IN} | must be like "4 of 5"
                    {"op":"suspects","input":IN} | only what an algorithm scored can be suspect
                    {"op":"timeTo","limit":1,"input":IN} | only a forecast has a time to a limit
                    {"op":"algorithmic","input":IN} | must be one of absent, algorithm, arithmetic
                    """)
    void whatIsWrongIsSaid(String plan, String message) {
        var result = engine.run(ACME, plan.replace("IN", INPUT), NOW);

        assertThat(result).isInstanceOf(QueryResult.Refused.class);
        assertThat(((QueryResult.Refused) result).message()).contains(message);
    }

    @Test
    void theEndOfTheQueryEndsTheAlgorithm() throws Exception {
        var plan =
                engine.parse(
                        "{\"op\":\"algorithm\",\"use\":\"anomaly.auto\",\"input\":%s}"
                                .formatted(INPUT));
        var asked = new int[1];
        engine.run(ACME, plan, NOW, () -> asked[0]++ >= 0);
        int untilLastSeries = asked[0] - 1;
        asked[0] = 0;

        var result = engine.run(ACME, plan, NOW, () -> asked[0]++ < untilLastSeries);

        assertThat(result).isInstanceOf(QueryResult.Refused.class);
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

    private static List<String> bits(Frame frame) {
        return frame.sides().values().stream()
                .flatMap(side -> side.series().stream())
                .map(row -> Arrays.toString(row.values()))
                .toList();
    }

    private static long at(int minutesAgo) {
        return NOW.toEpochMilli() - minutesAgo * MINUTE;
    }

    private void put(String host, Instant end, LongToDoubleFunction curve) {
        int points = 14 * 24 * 60;
        var times = new long[points];
        Arrays.setAll(times, point -> end.toEpochMilli() - (points - 1L - point) * MINUTE);
        var values = Arrays.stream(times).mapToDouble(curve::applyAsDouble).toArray();
        store.append(
                ACME,
                List.of(new Series(new SeriesKey("load", Labels.of("host", host)), times, values)));
    }
}

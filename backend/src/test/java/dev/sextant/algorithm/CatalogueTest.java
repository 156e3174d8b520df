// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.algorithm.anomaly.AnomalyMethod;
import dev.sextant.algorithm.forecast.Method;
import dev.sextant.algorithm.shape.ShapeMethod;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every algorithm is offered, once per version, and stands whatever series it gets.
class CatalogueTest {
    private static final Settings LEAST =
            new Settings(
                    Map.ofEntries(
                            Map.entry("direction", "both"),
                            Map.entry("minDuration", Duration.ZERO),
                            Map.entry("minDeviation", Parameter.Deviation.NONE),
                            Map.entry("to", Duration.ofHours(1)),
                            Map.entry("level", 0.8),
                            Map.entry("cleanups", "keep"),
                            Map.entry("sensitivity", 1.0),
                            Map.entry("penalty", 1.0),
                            Map.entry("expectedRun", 250.0),
                            Map.entry("most", 10.0),
                            Map.entry("least", 0.8),
                            Map.entry("worse", "any"),
                            Map.entry("symptom", Labels.of("name", "line")),
                            Map.entry("graph", graph())));

    private static Parameter.Graph graph() {
        var line = Labels.of("name", "line");
        var calls =
                Stream.of("constant", "nan", "infinite", "huge", "step")
                        .map(name -> new Parameter.Call(line, Labels.of("name", name)))
                        .toList();
        return new Parameter.Graph(calls, List.of(line));
    }

    @Test
    void everyMethodHasAnEntry() {
        var names = Catalogue.all().stream().map(Algorithm::name).toList();

        assertThat(names)
                .containsAll(
                        Stream.of(AnomalyMethod.values()).map(m -> "anomaly." + m.title()).toList())
                .containsAll(
                        Stream.of(ShapeMethod.values()).map(m -> "anomaly." + m.title()).toList())
                .containsAll(Stream.of(Method.values()).map(m -> "forecast." + m.id()).toList());
    }

    @Test
    void noVersionIsThereTwice() {
        var versions = Catalogue.all().stream().map(a -> a.name() + "@" + a.version()).toList();

        assertThat(versions).doesNotHaveDuplicates();
        assertThat(Catalogue.ALIASES.values()).allMatch(name -> Catalogue.find(name).isPresent());
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void everySeriesIsStood(Algorithm algorithm) {
        var odd = new HashMap<String, IntToDoubleFunction>();
        odd.put("constant", _ -> 5);
        odd.put("nan", _ -> Double.NaN);
        odd.put("infinite", i -> i % 2 == 0 ? Double.POSITIVE_INFINITY : 1);
        odd.put("huge", i -> i % 3 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE);
        odd.put("step", i -> i < 150 ? 1 : 9);
        for (int length : List.of(0, 1, 2, 3, 300)) {
            odd.forEach((name, curve) -> {
                var series = series(name, length, curve);
                sound(algorithm, found(algorithm, List.of(series, series("line", length, i -> i))));
            });
        }
    }

    static List<Algorithm> algorithms() {
        return Catalogue.all();
    }

    private static List<Finding> found(Algorithm algorithm, List<Series> rows) {
        return switch (algorithm.recipe().work()) {
            case Work.OfEach(var each) ->
                    rows.stream().flatMap(row -> each.look(row, LEAST).stream()).toList();
            case Work.Online(var start) ->
                    rows.stream().flatMap(row -> start.look(row, LEAST).stream()).toList();
            case Work.OfTwo(var two) ->
                    two.look(rows, Optional.of(rows), LEAST).stream()
                            .map(Work.Named::finding)
                            .toList();
            case Work.OfAll(var all) ->
                    all
                            .look(
                                    rows.stream()
                                            .map(row -> new Work.Row(row, Optional.of(row)))
                                            .toList(),
                                    LEAST)
                            .stream()
                            .map(Work.Named::finding)
                            .toList();
        };
    }

    private static void sound(Algorithm algorithm, List<Finding> findings) {
        for (var finding : findings) {
            assertThat(finding.explanation()).as(algorithm.name()).isNotBlank();
            var score = finding.sides().get("score");
            if (score != null) {
                assertThat(score.values()).as(algorithm.name()).doesNotContain(Double.NaN);
            }
            assertThat(finding.last(1).row().length()).isLessThanOrEqualTo(1);
        }
    }

    private static Series series(String name, int length, IntToDoubleFunction curve) {
        var times = new long[length];
        Arrays.setAll(times, i -> 60_000L * i);
        var values = new double[length];
        Arrays.setAll(values, curve);
        return new Series(new SeriesKey("m", Labels.of("name", name)), times, values);
    }
}

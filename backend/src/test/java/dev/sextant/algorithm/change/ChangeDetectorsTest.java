// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What every method must do with every series, and known answers.
class ChangeDetectorsTest {
    static List<ChangeDetector> detectors() {
        return List.of(
                AutoChanges.standard(),
                Pelt.standard(),
                new Pelt(Pelt.Kind.MEAN_AND_VARIANCE, 1, 5),
                BinarySegmentation.standard(),
                new BinarySegmentation(Pelt.Kind.MEAN_AND_VARIANCE, 1, 5),
                BayesianOnline.standard());
    }

    static Stream<Arguments> hostile() {
        var wild = Made.noisy(60, 1, i -> i < 30 ? 0 : 8);
        var holes = wild.clone();
        Arrays.fill(holes, 20, 35, Double.NaN);
        holes[3] = Double.POSITIVE_INFINITY;
        var series =
                List.of(
                        new double[0],
                        new double[] {4},
                        new double[] {4, 5},
                        new double[] {Double.NaN, Double.NaN},
                        new double[400],
                        Made.mapped(new double[50], _ -> 0.1),
                        Made.mapped(wild, value -> value * 1e300),
                        Made.mapped(wild, value -> value * Double.MIN_VALUE * 100),
                        Made.mapped(
                                wild, value -> value > 4 ? Double.MAX_VALUE : -Double.MAX_VALUE),
                        Made.mapped(wild, value -> value + 1e15),
                        Made.mapped(wild, value -> value > 4 ? 1 : 0),
                        Made.walk(700),
                        holes);
        return detectors().stream()
                .flatMap(detector -> series.stream().map(values -> Arguments.of(detector, values)));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noSeriesBreaksAMethod(ChangeDetector detector, double[] values) {
        var given = values.clone();

        var changes = detector.detect(values);

        assertThat(values).containsExactly(given);
        assertThat(changes)
                .allSatisfy(change -> {
                    assertThat(change.index()).isBetween(1, values.length - 1);
                    assertThat(change.score()).isGreaterThanOrEqualTo(1);
                    assertThat(change.confidence()).isBetween(0.0, 1.0);
                    assertThat(change.before()).isFinite();
                    assertThat(change.after()).isFinite();
                    assertThat(change.lower()).isFinite().isLessThanOrEqualTo(change.expected());
                    assertThat(change.upper()).isFinite().isGreaterThanOrEqualTo(change.expected());
                    assertThat(values[change.index()]).isFinite();
                });
        assertThat(changes).extracting(Change::index).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void aStepIsFoundWhereItIs(ChangeDetector detector) {
        var values = Made.noisy(300, 1, i -> i < 180 ? 10 : 16);

        var change = detector.detect(values).getFirst();

        assertThat(detector.detect(values)).hasSize(1);
        assertThat(change.index()).isBetween(179, 181);
        assertThat(change.before()).isBetween(9.5, 10.5);
        assertThat(change.after()).isBetween(15.5, 16.5);
        assertThat(change.lower()).isBetween(5.0, 8.5);
        assertThat(change.upper()).isBetween(11.5, 15.0);
        assertThat(change.direction()).isEqualTo(Direction.UP);
        assertThat(change.confidence()).isGreaterThan(0.9);
        assertThat(change.explanation()).startsWith("level rises from ").contains("at point 1");
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void missingPointsCountAsPlaces(ChangeDetector detector) {
        var values = Made.noisy(300, 1, i -> i < 180 ? 16 : 10);
        Arrays.fill(values, 40, 90, Double.NaN);

        assertThat(detector.detect(values))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.index()).isBetween(179, 181);
                    assertThat(change.direction()).isEqualTo(Direction.DOWN);
                });
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void whiteNoiseHasNoChange(ChangeDetector detector) {
        assertThat(detector.detect(Made.noisy(400, 3, _ -> 50))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("detectors")
    void unitAndOriginDoNotMatter(ChangeDetector detector) {
        var random = new Random(3);
        for (int round = 0; round < 5; round++) {
            double step = 3 + round;
            var values = Made.noisy(random, 200, 1, i -> i / 60 * step);
            var other = Made.mapped(values, value -> value * 4096 - 1024);

            assertThat(detector.detect(other))
                    .extracting(Change::index)
                    .isEqualTo(detector.detect(values).stream().map(Change::index).toList());
        }
    }

    @Test
    void autoSeesLinesAndLevels() {
        var ramp = Made.noisy(500, 1, i -> i < 400 ? 50 : 50 + (i - 400) * 0.3);
        var steps = Made.noisy(500, 0.5, i -> new double[] {0, 3, 1, 5, 2}[i / 100]);

        assertThat(indexes(ramp)).singleElement().satisfies(i -> assertThat(i).isBetween(390, 415));
        assertThat(indexes(steps)).containsExactly(100, 200, 300, 400);
    }

    @Test
    void autoTakesSeasonsAndSpikesForNoChange() {
        var waves = Made.noisy(864, 0.1, i -> Math.sin(i * 2 * Math.PI / 288));
        var broken = Made.noisy(864, 0.1, i -> Math.sin(i * 2 * Math.PI / 96) + (i < 600 ? 0 : 2));
        var spike = Made.noisy(300, 1, i -> i == 150 ? 60 : 0);

        assertThat(indexes(waves)).isEmpty();
        assertThat(indexes(spike)).isEmpty();
        assertThat(indexes(broken))
                .singleElement()
                .satisfies(i -> assertThat(i).isBetween(590, 610));
    }

    @Test
    void autoDatesAStepOfALongSeriesToThePoint() {
        var values = Made.noisy(20_000, 5, i -> i < 19_940 ? 100 : 140);

        assertThat(indexes(values)).containsExactly(19_940);
    }

    @Test
    void autoFindsFewChangesInARandomWalk() {
        assertThat(indexes(Made.walk(1000))).hasSizeLessThan(8);
    }

    @Test
    void aChangeOfSpreadHasNoDirection() {
        var random = new Random(5);
        var values = new double[300];
        Arrays.setAll(values, i -> random.nextGaussian() * (i < 150 ? 1 : 6));

        assertThat(new Pelt(Pelt.Kind.MEAN_AND_VARIANCE, 1, 5).detect(values))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.index()).isBetween(140, 160);
                    assertThat(change.direction()).isEqualTo(Direction.SAME);
                });
    }

    @Test
    void settingsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> new Pelt(Pelt.Kind.MEAN, 0, 3)).hasMessageContaining("penalty");
        assertThatThrownBy(() -> new BinarySegmentation(Pelt.Kind.MEAN, 1, 1))
                .hasMessageContaining("2 points");
        assertThatThrownBy(() -> new BayesianOnline(1, 3)).hasMessageContaining("expected run");
        assertThatThrownBy(() -> new AutoChanges(Double.NaN)).hasMessageContaining("1.0");
    }

    private static List<Integer> indexes(double[] values) {
        return AutoChanges.standard().detect(values).stream().map(Change::index).toList();
    }
}

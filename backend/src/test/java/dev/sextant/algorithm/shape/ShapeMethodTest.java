// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every method must do with every series, and what each is for.
class ShapeMethodTest {
    private static final int POINTS = 600;
    private static final int ONSET = 400;

    private static double[] noisy(IntToDoubleFunction course) {
        var random = new Random(9);
        var values = new double[POINTS];
        Arrays.setAll(values, i -> course.applyAsDouble(i) + random.nextGaussian());
        return values;
    }

    private static double[] mapped(IntToDoubleFunction course) {
        var values = new double[POINTS];
        Arrays.setAll(values, course::applyAsDouble);
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void noSeriesBreaksAMethod(ShapeMethod method) {
        var random = new Random(3);
        var hostile =
                new double[][] {
                    {},
                    {4},
                    {Double.NaN, Double.NaN},
                    new double[40],
                    mapped(_ -> Double.NaN),
                    mapped(i -> i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE),
                    mapped(i -> i % 3 == 0 ? Double.POSITIVE_INFINITY : i),
                    mapped(i -> i % 7 == 0 ? Double.MIN_VALUE : 0),
                    mapped(i -> i == 500 ? 1e300 : 5),
                    mapped(i -> i % 40 * 1e6),
                    mapped(_ -> Math.exp(300 * random.nextGaussian())),
                    mapped(i -> i < 300 ? Double.NaN : random.nextGaussian())
                };
        for (var values : hostile) {
            var given = values.clone();
            var scores = method.score(values);
            assertThat(values).containsExactly(given);
            assertThat(scores).hasSize(values.length);
            assertThat(Arrays.stream(scores)).allMatch(score -> score >= 0 && score <= 1e6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConstantIsNeverUnusual(ShapeMethod method) {
        assertThat(method.score(mapped(_ -> 0.1))).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void unitAndOriginDoNotMatter(ShapeMethod method) {
        var values = noisy(i -> i == ONSET ? 30 : 0);
        var scores = method.score(values);
        var other = Arrays.stream(values).map(value -> 4096 * value - 1024).toArray();
        assertThat(method.score(other)).containsExactly(scores, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void noiseIsSeldomUnusual(ShapeMethod method) {
        var scores = method.score(noisy(_ -> 50));
        assertThat(Arrays.stream(scores).filter(score -> score >= 1).count()).isLessThan(7);
    }

    @ParameterizedTest
    @EnumSource
    void whatItIsForIsFound(ShapeMethod method) {
        var values =
                switch (method) {
                    case SPECTRAL_RESIDUAL, SEASONAL_ESD, SPIKE, RANDOM_CUT_FOREST ->
                            noisy(i -> i == ONSET ? 25 : 0);
                    case DIP -> noisy(i -> i == ONSET ? -25 : 0);
                    case DISCORD ->
                            mapped(i ->
                                    i >= ONSET && i < ONSET + 20
                                            ? 0.3 * ((i * 7919) % 13) / 13
                                            : Math.sin(i * 2 * Math.PI / 40));
                    case RELATIVE_ENTROPY -> noisy(i -> i >= ONSET ? 4 : 0);
                    case FLAT_LINE -> flat();
                    case VARIANCE_CHANGE -> widening();
                    case LEVEL_SHIFT -> noisy(i -> i >= ONSET ? 8 : 0);
                };
        var scores = method.score(values);
        assertThat(Arrays.stream(scores, ONSET, ONSET + 60).max().orElseThrow())
                .isGreaterThanOrEqualTo(1);
        assertThat(Arrays.stream(scores, 100, ONSET - 40).max().orElseThrow()).isLessThan(1);
    }

    @Test
    void aNewLevelIsNoSpike() {
        var scores = ShapeMethod.SPIKE.score(noisy(i -> i >= ONSET ? 30 : 0));
        assertThat(Arrays.stream(scores, ONSET + 2, ONSET + 40).max().orElseThrow()).isLessThan(1);
    }

    @Test
    void theTransformComesBack() {
        var real = Arrays.copyOf(noisy(_ -> 3), 512);
        var given = real.clone();
        var imaginary = new double[512];
        Fourier.transform(real, imaginary, false);
        assertThat(real[0]).isCloseTo(Arrays.stream(given).sum(), within(1e-6));
        Fourier.transform(real, imaginary, true);
        assertThat(real).containsExactly(given, within(1e-9));
    }

    @Test
    void namesAreFound() {
        assertThat(ShapeMethod.find("discord")).contains(ShapeMethod.DISCORD);
        assertThat(ShapeMethod.find("nothing")).isEmpty();
    }

    private static double[] flat() {
        var values = noisy(_ -> 0);
        Arrays.fill(values, ONSET, ONSET + 50, values[ONSET]);
        return values;
    }

    private static double[] widening() {
        var values = noisy(_ -> 0);
        for (var i = ONSET; i < POINTS; i++) {
            values[i] *= 8;
        }
        return values;
    }
}

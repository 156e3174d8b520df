// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every method whatever the data.
class ForecastingTest {
    private static final ForecastOptions NEXT_DAY = ForecastOptions.ahead(24).withSeasons(24);

    @ParameterizedTest
    @EnumSource(Method.class)
    void followsAWave(Method method) {
        var series = wave(480);
        var forecast = Forecasting.forecast(method, Arrays.copyOf(series, 456), NEXT_DAY);
        double allowed = method == Method.NAIVE ? 25 : 1;
        for (int i = 0; i < 24; i++) {
            assertThat(forecast.expected()[i]).isCloseTo(series[456 + i], within(allowed));
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void changesWithTheUnit(Method method) {
        var series = noisy(300);
        var thousandth = Arrays.stream(series).map(value -> value / 1000).toArray();
        var whole = Forecasting.forecast(method, series, NEXT_DAY);
        var scaled = Forecasting.forecast(method, thousandth, NEXT_DAY);
        for (int i = 0; i < 24; i++) {
            assertThat(scaled.expected()[i] * 1000).isCloseTo(whole.expected()[i], within(0.05));
            assertThat(scaled.intervals().getFirst().upper()[i] * 1000)
                    .isCloseTo(whole.intervals().getFirst().upper()[i], within(0.5));
        }
    }

    // The logarithm knows zero: methods that take it move with the unit only.
    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"AUTO", "AUTOREGRESSION"})
    void movesWithAnOffset(Method method) {
        var series = noisy(300);
        var moved = Arrays.stream(series).map(value -> value + 64).toArray();
        var here = Forecasting.forecast(method, series, NEXT_DAY);
        var there = Forecasting.forecast(method, moved, NEXT_DAY);
        for (int i = 0; i < 24; i++) {
            assertThat(there.expected()[i]).isCloseTo(here.expected()[i] + 64, within(0.3));
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void mirrorsBelowZero(Method method) {
        var series = Arrays.stream(noisy(300)).map(value -> -value).toArray();
        var forecast = Forecasting.forecast(method, series, NEXT_DAY);
        assertThat(Arrays.stream(forecast.expected()))
                .allMatch(value -> value < -50 && value > -150);
    }

    @ParameterizedTest
    @MethodSource("oddSeries")
    void neverFailsOnData(double[] series) {
        for (var method : Method.values()) {
            for (int horizon : new int[] {1, 7, 200}) {
                var options = new ForecastOptions(horizon, List.of(0.5, 0.99), null);
                expectSound(Forecasting.forecast(method, series, options), horizon);
                expectSound(
                        Forecasting.forecast(method, series, options.withSeasons(2, 7, 5000)),
                        horizon);
            }
        }
    }

    private static void expectSound(Forecast forecast, int horizon) {
        assertThat(forecast.horizon()).isEqualTo(horizon);
        assertThat(forecast.intervals()).extracting(Interval::level).containsExactly(0.5, 0.99);
        for (var interval : forecast.intervals()) {
            for (int i = 0; i < horizon; i++) {
                assertThat(interval.lower()[i])
                        .isFinite()
                        .isLessThanOrEqualTo(forecast.expected()[i]);
                assertThat(interval.upper()[i])
                        .isFinite()
                        .isGreaterThanOrEqualTo(forecast.expected()[i]);
            }
        }
    }

    static Stream<double[]> oddSeries() {
        var random = new Random(5);
        return Stream.of(
                new double[] {3},
                new double[] {3, 4},
                new double[] {Double.NaN, 3, Double.NaN, 5, Double.POSITIVE_INFINITY},
                new double[40],
                random.doubles(9, -1, 1).toArray(),
                random.doubles(60, -Double.MAX_VALUE / 2, Double.MAX_VALUE / 2).toArray(),
                random.doubles(60, 0, Double.MIN_NORMAL).toArray(),
                random.doubles(60).map(value -> value < 0.5 ? 0 : 1e300 * value).toArray(),
                random.doubles(60).map(value -> value < 0.8 ? 0 : 1e-9).toArray(),
                random.doubles(90).map(value -> value < 0.4 ? Double.NaN : value).toArray(),
                random.doubles(90).map(value -> 1e15 + value).toArray());
    }

    @Test
    void aRampGoesOn() {
        for (double noise : new double[] {0, 0.002}) {
            var random = new Random(3);
            var plain = new double[336];
            var daily = new double[336];
            for (int i = 0; i < plain.length; i++) {
                plain[i] = 0.5 + 0.4 * i / 336 + noise * random.nextGaussian();
                daily[i] = plain[i] + 0.01 * Math.sin(2 * Math.PI * i / 24);
            }
            var options = ForecastOptions.ahead(168);
            assertThat(Forecasting.forecast(plain, options).expected()[167])
                    .as("noise %s", noise)
                    .isCloseTo(1.1, within(0.03));
            assertThat(Forecasting.forecast(daily, options.withSeasons(24)).expected()[167])
                    .as("noise %s and a day", noise)
                    .isCloseTo(1.1, within(0.03));
        }
    }

    @Test
    void whatNeverWasNegativeStaysSo() {
        var random = new Random(6);
        var falling = new double[200];
        for (int i = 0; i < falling.length; i++) {
            falling[i] = 100 - 0.49 * i + random.nextDouble();
        }
        var forecast = Forecasting.forecast(Method.HOLT, falling, NEXT_DAY);
        assertThat(forecast.expected()[23]).isZero();
        assertThat(forecast.intervals().getFirst().lower()[0]).isNotNegative();
    }

    @Test
    void onlyTheLastFiveWeeksOfMinutesCount() {
        var random = new Random(9);
        var series = random.doubles(51_000).toArray();
        var recent = Arrays.copyOfRange(series, 600, series.length);
        var options = ForecastOptions.ahead(3).withSeasons();
        assertThat(Forecasting.forecast(Method.SES, series, options).expected())
                .isEqualTo(Forecasting.forecast(Method.SES, recent, options).expected());
    }

    @Test
    void nothingSeenIsNothingKnown() {
        for (var series : List.of(new double[0], new double[] {Double.NaN, Double.NaN})) {
            var forecast = Forecasting.forecast(series, NEXT_DAY);
            assertThat(forecast.expected()).hasSize(24).containsOnly(Double.NaN);
            assertThat(forecast.intervals().getFirst().upper()).containsOnly(Double.NaN);
        }
    }

    @Test
    void aConstantGoesOnWithCertainty() {
        var series = new double[100];
        Arrays.fill(series, 0.1);
        var forecast = Forecasting.forecast(series, ForecastOptions.ahead(5));
        assertThat(forecast.expected()).containsOnly(0.1);
        assertThat(forecast.intervals().getFirst().lower()).containsOnly(0.1);
    }

    @Test
    void missingPointsHardlyMatter() {
        var series = noisy(480);
        var whole = Forecasting.forecast(series, NEXT_DAY);
        for (int i = 100; i < 480; i += 9) {
            series[i] = Double.NaN;
        }
        var holed = Forecasting.forecast(series, NEXT_DAY);
        for (int i = 0; i < 24; i++) {
            assertThat(holed.expected()[i]).isCloseTo(whole.expected()[i], within(3.0));
        }
    }

    @Test
    void aLostDayLooksLikeTheDaysAroundIt() {
        var series = wave(480);
        Arrays.fill(series, 456, 480, Double.NaN);
        var forecast = Forecasting.forecast(series, NEXT_DAY);
        for (int i = 0; i < 24; i++) {
            assertThat(forecast.expected()[i]).isCloseTo(wave(504)[480 + i], within(1.0));
        }
    }

    @Test
    void fitSaysHowFarItMayBeTrusted() {
        assertThat(Forecasting.forecast(wave(480), NEXT_DAY).fit()).isGreaterThan(0.9);
        assertThat(Forecasting.forecast(new double[] {1, 2}, NEXT_DAY).fit()).isZero();
        var random = new Random(8);
        var walk = new double[480];
        for (int i = 1; i < walk.length; i++) {
            walk[i] = walk[i - 1] + random.nextGaussian();
        }
        assertThat(Forecasting.forecast(walk, NEXT_DAY).fit()).isLessThan(0.4);
    }

    @Test
    void findsTheSeasonByItself() {
        var forecast = Forecasting.forecast(noisy(480), ForecastOptions.ahead(24));
        assertThat(forecast.seasons()).containsExactly(24);
    }

    @Test
    void theSeriesIsLeftAsItWas() {
        var series = noisy(200);
        series[10] = Double.NaN;
        var before = series.clone();
        var first = Forecasting.forecast(series, NEXT_DAY);
        assertThat(series).isEqualTo(before);
        assertThat(Forecasting.forecast(series, NEXT_DAY).expected()).isEqualTo(first.expected());
    }

    @Test
    void impossibleArgumentsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastOptions.ahead(0))
                .withMessageContaining("horizon")
                .withMessageContaining("not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastOptions.ahead(3).withLevels(95.0))
                .withMessageContaining("not 95.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ForecastOptions.ahead(3).withSeasons(1))
                .withMessageContaining("season");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Method.named("oracle"))
                .withMessageContaining("oracle")
                .withMessageContaining("theta, ");
    }

    private static double[] wave(int length) {
        var series = new double[length];
        for (int i = 0; i < length; i++) {
            series[i] = 100 + 10 * Math.sin(2 * Math.PI * i / 24);
        }
        return series;
    }

    private static double[] noisy(int length) {
        var random = new Random(11);
        var series = wave(length);
        for (int i = 0; i < length; i++) {
            series[i] += random.nextGaussian();
        }
        return series;
    }
}

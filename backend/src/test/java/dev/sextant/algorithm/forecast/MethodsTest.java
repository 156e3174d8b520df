// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.algorithm.forecast.TimeToThreshold.Direction;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Known answers of single methods.
class MethodsTest {
    @Test
    void naiveGoesOn() {
        assertThat(ahead(new Naive(), new double[] {1, 2, 3}, 2)).containsExactly(3, 3);
        assertThat(ahead(new SeasonalNaive(2), new double[] {1, 2, 3, 4}, 3))
                .containsExactly(3, 4, 3);
    }

    @Test
    void holtGoesOnAlongTheLine() {
        var line = line(50, 3);
        assertThat(ahead(new Smoothing(Smoothing.Trend.LINEAR), line, 2))
                .containsExactly(new double[] {150, 153}, within(1e-6));
        assertThat(ahead(new Ets(), line, 2))
                .containsExactly(new double[] {150, 153}, within(1e-6));
    }

    @Test
    void dampedTrendRisesLessAndLess() {
        var path = ahead(new Smoothing(Smoothing.Trend.DAMPED), line(50, 3), 3);
        assertThat(path[1] - path[0]).isPositive().isLessThan(3);
        assertThat(path[2] - path[1]).isPositive().isLessThan(path[1] - path[0]);
    }

    @Test
    void simpleSmoothingOfNoiseIsItsMean() {
        var noise = new Random(2).doubles(500).toArray();
        assertThat(ahead(new Smoothing(Smoothing.Trend.NONE), noise, 1)[0])
                .isCloseTo(0.5, within(0.1));
    }

    // Hyndman and Billah (2003): theta is smoothing with a drift of half the slope of the line
    // through all points.
    @Test
    void thetaDriftsByHalfTheSlope() {
        var random = new Random(3);
        var series = line(400, 2);
        for (int i = 0; i < series.length; i++) {
            series[i] += random.nextGaussian();
        }
        var path = ahead(new Theta(false), series, 10);
        assertThat((path[9] - path[0]) / 9).isCloseTo(1, within(0.1));
        assertThat(ahead(new Theta(true), series, 1)[0]).isCloseTo(800, within(3.0));
    }

    @Test
    void holtWintersKeepsADayAndAWeek() {
        var series = new double[1008];
        for (int i = 0; i < series.length; i++) {
            series[i] = weekly(i);
        }
        var path = ahead(new HoltWinters(List.of(24, 168)), series, 168);
        for (int i = 0; i < 168; i++) {
            assertThat(path[i]).isCloseTo(weekly(1008 + i), within(0.5));
        }
    }

    @Test
    void autoregressionLearnsItsCoefficient() {
        var random = new Random(4);
        var series = new double[5000];
        for (int i = 1; i < series.length; i++) {
            series[i] = 0.8 * series[i - 1] + random.nextGaussian();
        }
        series[4999] = 10;
        var path = ahead(Autoregression.ofAll(List.of()), series, 3);
        assertThat(path[1] / path[0]).isCloseTo(0.8, within(0.06));
    }

    @Test
    void percentagesGrowEvenlyOnTheLogarithm() {
        var series = new double[60];
        for (int i = 0; i < series.length; i++) {
            series[i] = Math.pow(1.1, i);
        }
        var path = ahead(new LogScale(new Smoothing(Smoothing.Trend.LINEAR)), series, 2);
        assertThat(path[1]).isCloseTo(Math.pow(1.1, 61), within(1e-3));
    }

    @Test
    void aFilledDiskIsForetold() {
        var used = line(200, 0.004);
        var forecast =
                Forecasting.forecast(Method.HOLT, used, ForecastOptions.ahead(100).withSeasons());
        var time = TimeToThreshold.of(forecast, 1, Direction.RISING);
        assertThat(time.expected()).isEqualTo(OptionalInt.of(51));
        assertThat(time.earliest().orElseThrow()).isLessThanOrEqualTo(51);
        assertThat(TimeToThreshold.of(forecast, 0.5, Direction.FALLING).expected()).isEmpty();
        assertThat(TimeToThreshold.of(forecast, 9, Direction.RISING).earliest()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeToThreshold.of(forecast, Double.NaN, Direction.RISING))
                .withMessageContaining("limit");
    }

    @Test
    void aDiskThatIsCleanedNowAndThenIsForetoldByHowItFills() {
        var used = new double[300];
        for (int i = 0; i < used.length; i++) {
            used[i] = 0.2 + 0.004 * (i % 120);
        }
        var filling = Drops.ignored(used);
        assertThat(filling[299]).isEqualTo(used[299]);
        for (int i = 1; i < filling.length; i++) {
            assertThat(filling[i] - filling[i - 1]).isBetween(-1e-9, 0.0041);
        }
        var options = ForecastOptions.ahead(300).withSeasons();
        var time =
                TimeToThreshold.of(Forecasting.forecast(filling, options), 0.8, Direction.RISING);
        assertThat(time.expected().orElseThrow()).isBetween(85, 100);
        assertThat(Drops.ignored(new double[0])).isEmpty();
    }

    private static double weekly(int hour) {
        return 50 + 10 * Math.sin(2 * Math.PI * hour / 24) + (hour / 24 % 7 >= 5 ? -8 : 0);
    }

    private static double[] line(int length, double slope) {
        var line = new double[length];
        for (int i = 0; i < length; i++) {
            line[i] = slope * i;
        }
        return line;
    }

    private static double[] ahead(ForecastMethod method, double[] values, int horizon) {
        return method.fit(values).forecast(values, values.length, horizon);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.structure;

import java.util.Arrays;
import java.util.List;

/// Seasonal and trend decomposition by loess (Cleveland, Cleveland, McRae and Terpenning, 1990).
///
/// @param period points per season, 2 or more
/// @param seasonalWindow how many seasons take part in the shape of one; larger is steadier
/// @param robustRounds how often outliers are found and distrusted; 0 trusts all points
public record Stl(int period, int seasonalWindow, int robustRounds) {
    private static final int INNER_ROUNDS = 2;

    public Stl {
        if (period < 2 || seasonalWindow < 3 || robustRounds < 0) {
            throw new IllegalArgumentException(
                    "STL needs a period of 2 points or more, a seasonal window of 3 or more and no"
                            + " negative rounds,"
                            + " not %d, %d, %d".formatted(period, seasonalWindow, robustRounds));
        }
    }

    /// Splits a series of two seasons or more; NaN is bridged.
    ///
    /// @throws IllegalArgumentException if the series is shorter than two periods
    public Decomposition decompose(double[] series) {
        if (series.length < 2 * period) {
            throw new IllegalArgumentException(
                    "a series of %d points holds less than two seasons of %d"
                            .formatted(series.length, period));
        }
        var values = Gaps.filled(series);
        var trust = Loess.trusting(values.length);
        var trend = new double[values.length];
        var seasonal = new double[values.length];
        for (int round = 0; round <= robustRounds; round++) {
            for (int inner = 0; inner < INNER_ROUNDS; inner++) {
                seasonal = seasonal(minus(values, trend), trust);
                trend = trendLoess().smooth(minus(values, seasonal), trust);
            }
            if (round < robustRounds) {
                trust = trust(minus(minus(values, trend), seasonal));
            }
        }
        var remainder = minus(minus(values, trend), seasonal);
        return new Decomposition(trend, List.of(new SeasonalPart(period, seasonal)), remainder);
    }

    private Loess trendLoess() {
        return Loess.of(odd((int) Math.ceil(1.5 * period / (1 - 1.5 / seasonalWindow))));
    }

    // Cycle-subseries smoothed and reaching one season out at each end, less their own low
    // frequencies.
    private double[] seasonal(double[] detrended, double[] trust) {
        int length = detrended.length;
        var cycles = new double[length + 2 * period];
        for (int phase = 0; phase < period; phase++) {
            smoothPhase(phase, detrended, trust, cycles);
        }
        var low = average(average(average(cycles, period), period), 3);
        low = Loess.of(odd(period)).smooth(low, Loess.trusting(low.length));
        return minus(Arrays.copyOfRange(cycles, period, period + length), low);
    }

    private void smoothPhase(int phase, double[] detrended, double[] trust, double[] cycles) {
        int count = (detrended.length - phase + period - 1) / period;
        var own = new double[count];
        var ownTrust = new double[count];
        for (int i = 0; i < count; i++) {
            own[i] = detrended[phase + i * period];
            ownTrust[i] = trust[phase + i * period];
        }
        var loess = new Loess(seasonalWindow, 1);
        for (int i = -1; i <= count; i++) {
            cycles[phase + (i + 1) * period] = loess.at(own, ownTrust, i);
        }
    }

    private static double[] average(double[] values, int width) {
        var averages = new double[values.length - width + 1];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i];
            if (i >= width) {
                sum -= values[i - width];
            }
            if (i >= width - 1) {
                averages[i - width + 1] = sum / width;
            }
        }
        return averages;
    }

    // Bisquare of the distance in six medians.
    private static double[] trust(double[] remainder) {
        var sizes = Arrays.stream(remainder).map(Math::abs).toArray();
        var sorted = sizes.clone();
        Arrays.sort(sorted);
        double border = 6 * sorted[sorted.length / 2];
        var trust = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            double away = border > 0 ? sizes[i] / border : 0;
            trust[i] = away >= 1 ? 0 : (1 - away * away) * (1 - away * away);
        }
        return trust;
    }

    private static int odd(int number) {
        return number % 2 == 0 ? number + 1 : number;
    }

    private static double[] minus(double[] left, double[] right) {
        var difference = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            difference[i] = left[i] - right[i];
        }
        return difference;
    }
}

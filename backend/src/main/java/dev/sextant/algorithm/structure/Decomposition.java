// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.structure;

import java.util.List;

/// A series as a sum: trend + each season + remainder, all as long as the series.
///
/// @param trend in the unit of the series
/// @param seasons one part per period, shortest period first, each with mean about 0
/// @param remainder what neither trend nor season explains
public record Decomposition(double[] trend, List<SeasonalPart> seasons, double[] remainder) {
    public Decomposition {
        seasons = List.copyOf(seasons);
    }

    /// How much of the variance without seasons is trend: 0 none, 1 all (Wang, Smith and Hyndman, 2006).
    public double trendStrength() {
        return strength(trend);
    }

    /// How much of the variance without trend and other seasons is this season: 0 none, 1 all.
    public double seasonStrength(int index) {
        return strength(seasons.get(index).values());
    }

    /// The series without its seasons.
    public double[] adjusted() {
        var sum = trend.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += remainder[i];
        }
        return sum;
    }

    private double strength(double[] part) {
        var both = part.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += remainder[i];
        }
        double whole = variance(both);
        return whole <= 0 ? 0 : Math.clamp(1 - variance(remainder) / whole, 0, 1);
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean) / values.length;
        }
        return sum;
    }
}

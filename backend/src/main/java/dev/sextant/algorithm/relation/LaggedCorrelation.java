// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.relation;

import java.util.Locale;

/// How alike two series of equal times are when one is moved: Pearson's correlation at the lag where it is strongest. Box,
/// Jenkins and Reinsel, "Time series analysis", chapter 12 (cross-correlation). Costs points times lags.
///
/// @param lag by how many points the second follows the first; negative if it leads
/// @param correlation at that lag, -1 to 1; 0 if nothing can be said
/// @param tail how probable so strong a correlation is between independent white noise at the best of all lags, 0 to 1
public record LaggedCorrelation(int lag, double correlation, double tail) {
    private static final int ENOUGH = 8;

    /// @param first NaN where a value is missing
    /// @param second as many as first
    /// @param maxLag points that the second may lead or follow
    public static LaggedCorrelation of(double[] first, double[] second, int maxLag) {
        if (first.length != second.length || maxLag < 0) {
            throw new IllegalArgumentException(
                    "series of %d and %d points at lags up to %d; give equal lengths and a lag from 0"
                            .formatted(first.length, second.length, maxLag));
        }
        var best = new LaggedCorrelation(0, 0, 1);
        var lags = 2.0 * maxLag + 1;
        for (var step = 0; step <= 2 * maxLag; step++) {
            // From 0 outwards, so that the nearest of equal ones wins.
            var lag = step % 2 == 0 ? -step / 2 : (step + 1) / 2;
            var pairs = Pairs.at(first, second, lag);
            var correlation = pairs.count() < ENOUGH ? 0 : pairs.correlation();
            if (Math.abs(correlation) > Math.abs(best.correlation) + 1e-12) {
                var tail = Math.min(1, lags * tail(correlation, pairs.count()));
                best = new LaggedCorrelation(lag, correlation, tail);
            }
        }
        return best;
    }

    /// Pearson's correlation without a lag; 0 if fewer than 8 pairs are known or one series is constant.
    public static double plain(double[] first, double[] second) {
        return of(first, second, 0).correlation();
    }

    /// What it says, in words.
    public String explanation() {
        var order =
                lag == 0
                        ? "at the same time"
                        : Math.abs(lag) + (lag > 0 ? " points later" : " points earlier");
        return String.format(
                Locale.ROOT,
                "the second goes %s the first, %s (correlation %.2f, tail %.2g)",
                correlation < 0 ? "against" : "with",
                order,
                correlation,
                tail);
    }

    // Fisher's transformation, and a bound of the normal tail.
    private static double tail(double correlation, int count) {
        var bounded = Math.min(Math.abs(correlation), 1 - 1e-15);
        var z = 0.5 * Math.log((1 + bounded) / (1 - bounded)) * Math.sqrt(count - 3.0);
        return Math.min(1, Math.exp(-z * z / 2));
    }
}

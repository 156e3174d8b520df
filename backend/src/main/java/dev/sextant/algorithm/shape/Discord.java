// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

import dev.sextant.algorithm.change.Robust;
import java.util.Arrays;

/// Stretches unlike every other one: the matrix profile, the distance of each stretch (brought to mean 0 and spread 1) from its
/// nearest neighbour that doesn't overlap, scored at the stretch's last point; the border lies five robust deviations above the
/// median of the profile. Yeh et al., "Matrix profile I", ICDM 2016, by the diagonals of Zhu et al., "Matrix profile II", ICDM
/// 2016. Costs n², so only the last 4,000 points are judged.
final class Discord {
    private static final int LONGEST = 4000;
    private static final int SHORTEST_STRETCH = 8;
    private static final int LONGEST_STRETCH = 100;
    private static final int STRETCHES = 20;
    private static final double BORDER = 5;
    private static final double LEAST = 1e-6;

    private final double[] values;
    private final int stretch;
    private final double[] mean;
    private final double[] spread;
    private final double[] best;

    private Discord(double[] values, int stretch) {
        this.values = values;
        this.stretch = stretch;
        var count = values.length - stretch + 1;
        mean = new double[count];
        spread = new double[count];
        best = new double[count];
        for (var i = 0; i < count; i++) {
            describe(i);
        }
        Arrays.fill(best, -1);
    }

    static double[] scores(double[] values) {
        var from = Math.max(0, values.length - LONGEST);
        var kept = Arrays.copyOfRange(values, from, values.length);
        var stretch = Math.clamp(kept.length / STRETCHES, SHORTEST_STRETCH, LONGEST_STRETCH);
        var profile = new Discord(kept, stretch).profile();
        var median = Robust.median(profile);
        var border = median + BORDER * Robust.deviation(profile, median);
        var scores = new double[values.length];
        for (var i = 0; i < profile.length; i++) {
            scores[from + i + stretch - 1] = profile[i] / Math.max(border, LEAST);
        }
        return scores;
    }

    private void describe(int start) {
        var sum = 0.0;
        for (var i = start; i < start + stretch; i++) {
            sum += values[i];
        }
        mean[start] = sum / stretch;
        var squares = 0.0;
        for (var i = start; i < start + stretch; i++) {
            squares += (values[i] - mean[start]) * (values[i] - mean[start]);
        }
        spread[start] = Math.sqrt(squares / stretch);
    }

    // Along a diagonal products of stretches change by one pair of points.
    private double[] profile() {
        for (var lag = stretch; lag < best.length; lag++) {
            var product = 0.0;
            for (var i = 0; i < stretch; i++) {
                product += values[i] * values[i + lag];
            }
            for (var i = 0; i + lag < best.length; i++) {
                var correlation = correlation(product, i, i + lag);
                best[i] = Math.max(best[i], correlation);
                best[i + lag] = Math.max(best[i + lag], correlation);
                if (i + lag + 1 < best.length) {
                    product += values[i + stretch] * values[i + lag + stretch];
                    product -= values[i] * values[i + lag];
                }
            }
        }
        return Arrays.stream(best)
                .map(correlation -> Math.sqrt(Math.max(0, 2 * stretch * (1 - correlation))))
                .toArray();
    }

    private double correlation(double product, int first, int second) {
        var scale = spread[first] * spread[second];
        if (!(scale > LEAST)) {
            return spread[first] <= LEAST && spread[second] <= LEAST ? 1 : 0;
        }
        var covariance = product / stretch - mean[first] * mean[second];
        return Math.clamp(covariance / scale, -1, 1);
    }
}

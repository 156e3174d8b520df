// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.Arrays;

/// Medians and spreads that a few wild values cannot move. All take finite values and change nothing.
public final class Robust {
    /// The normal distribution's standard deviation over its median absolute deviation.
    private static final double NORMAL = 1.4826;

    private Robust() {}

    /// The median, 0 of nothing; halves are added so that huge values do not overflow.
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /// The quantile by linear interpolation between order statistics, 0 of nothing.
    ///
    /// @param share 0 to 1
    public static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return 0;
        }
        var sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double part = place - below;
        double low = sorted[below];
        return part == 0 ? low : low * (1 - part) + sorted[below + 1] * part;
    }

    /// The standard deviation that a normal series with the same median absolute deviation would have.
    public static double deviation(double[] values, double centre) {
        var distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - centre);
        }
        return NORMAL * median(distances);
    }
}

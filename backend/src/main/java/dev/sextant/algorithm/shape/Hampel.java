// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

import dev.sextant.algorithm.change.Robust;
import java.util.Arrays;

/// Points that stand out of their neighbourhood and are gone again: the distance from the median of the 15 points on each side in
/// robust deviations, the border at six. A new level is no spike, since half of the neighbours have it. Hampel, "The influence
/// curve and its role in robust estimation", Journal of the American Statistical Association 69, 1974.
final class Hampel {
    private static final int SIDE = 15;
    private static final double BORDER = 6;
    private static final double LEAST = 1e-3;

    private Hampel() {}

    static double[] spikes(double[] values) {
        return scores(values, 1);
    }

    static double[] dips(double[] values) {
        return scores(values, -1);
    }

    private static double[] scores(double[] values, int sign) {
        var scores = new double[values.length];
        for (var i = 0; i < values.length; i++) {
            var from = Math.max(0, i - SIDE);
            var behind = Math.min(values.length, i + SIDE + 1);
            var near = Arrays.copyOfRange(values, from, behind);
            var median = Robust.median(near);
            var deviation = Math.max(Robust.deviation(near, median), LEAST);
            scores[i] = sign * (values[i] - median) / deviation / BORDER;
        }
        return scores;
    }
}

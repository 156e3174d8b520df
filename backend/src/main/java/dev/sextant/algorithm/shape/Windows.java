// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

import dev.sextant.algorithm.change.Robust;
import java.util.Arrays;

/// The last points against those before, by what a few wild values cannot move.
final class Windows {
    private static final int LATE = 30;
    private static final int EARLY = 90;
    private static final double VARIANCE_BORDER = 5;
    private static final double LEVEL_BORDER = 6;
    private static final double LEAST = 1e-6;

    private Windows() {}

    /// The spread of the last 30 steps against the 90 before, as the logarithm of the ratio over its own standard error, the
    /// border at five. Brown and Forsythe, "Robust tests for the equality of variances", Journal of the American Statistical
    /// Association 69, 1974, by robust deviations of steps, so that slopes and levels don't count.
    static double[] variances(double[] values) {
        var steps = new double[values.length];
        for (var i = 1; i < values.length; i++) {
            steps[i] = values[i] - values[i - 1];
        }
        var scores = new double[values.length];
        var error = Math.sqrt(1.36 / LATE + 1.36 / EARLY);
        for (var i = LATE + EARLY; i < values.length; i++) {
            var late = spread(steps, i - LATE + 1, i + 1);
            var early = spread(steps, i - LATE - EARLY + 1, i - LATE + 1);
            scores[i] = Math.abs(Math.log(late / early)) / error / VARIANCE_BORDER;
        }
        return scores;
    }

    /// The median of the last 30 points against that of the 90 before, over the standard error of their difference, the border at
    /// six. Mood, "Introduction to the theory of statistics", 1950: the median test's estimate.
    static double[] levels(double[] values) {
        var scores = new double[values.length];
        for (var i = LATE + EARLY; i < values.length; i++) {
            var late = Arrays.copyOfRange(values, i - LATE + 1, i + 1);
            var early = Arrays.copyOfRange(values, i - LATE - EARLY + 1, i - LATE + 1);
            var from = Robust.median(early);
            var to = Robust.median(late);
            var noise = Math.max(Robust.deviation(early, from), Robust.deviation(late, to));
            var error = 1.25 * Math.max(noise, LEAST) * Math.sqrt(1.0 / LATE + 1.0 / EARLY);
            scores[i] = Math.abs(to - from) / error / LEVEL_BORDER;
        }
        return scores;
    }

    private static double spread(double[] steps, int from, int behind) {
        var part = Arrays.copyOfRange(steps, from, behind);
        return Math.max(Robust.deviation(part, Robust.median(part)), LEAST);
    }
}

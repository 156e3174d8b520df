// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import dev.sextant.algorithm.structure.Gaps;
import java.util.Arrays;

/// Series that fill up and are emptied from time to time, as disks and heaps: what matters is how they fill.
public final class Drops {
    private static final double FAR = 8;
    private static final double SHARE_OF_RANGE = 0.05;

    private Drops() {}

    /// A copy without its sudden falls: the points before each fall are moved by it, so that the last points stay as they
    /// are. A fall is a step down of over eight usual steps and a twentieth of the range.
    ///
    /// @param series equally spaced, NaN where a point is missing, which is bridged
    public static double[] ignored(double[] series) {
        var values = Gaps.filled(series);
        double border = border(values);
        double moved = 0;
        for (int i = values.length - 1; i > 0; i--) {
            double fall = values[i - 1] - values[i];
            values[i] += moved;
            if (fall > border) {
                moved -= fall;
            }
        }
        if (values.length > 0) {
            values[0] += moved;
        }
        return values;
    }

    private static double border(double[] values) {
        var steps = new double[Math.max(1, values.length - 1)];
        for (int i = 1; i < values.length; i++) {
            steps[i - 1] = Math.abs(values[i] - values[i - 1]);
        }
        Arrays.sort(steps);
        double range =
                Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
        return Math.max(FAR * steps[steps.length / 2], SHARE_OF_RANGE * range);
    }
}

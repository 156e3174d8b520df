// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.structure;

import java.util.Arrays;

/// Missing points of an equally spaced series: NaN and infinities count as missing.
public final class Gaps {
    private Gaps() {}

    /// A copy in which each gap is bridged by a straight line, and the ends are held; all zero if nothing was seen.
    public static double[] filled(double[] values) {
        var whole = values.clone();
        int before = -1;
        for (int i = 0; i < whole.length; i++) {
            if (Double.isFinite(whole[i])) {
                bridge(whole, before, i);
                before = i;
            }
        }
        Arrays.fill(whole, before + 1, whole.length, before < 0 ? 0 : whole[before]);
        return whole;
    }

    private static void bridge(double[] values, int before, int after) {
        for (int i = before + 1; i < after; i++) {
            double share = before < 0 ? 1 : (double) (i - before) / (after - before);
            double start = before < 0 ? values[after] : values[before];
            values[i] = start * (1 - share) + values[after] * share;
        }
    }

    /// How many points were seen.
    public static int seen(double[] values) {
        int count = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                count++;
            }
        }
        return count;
    }
}

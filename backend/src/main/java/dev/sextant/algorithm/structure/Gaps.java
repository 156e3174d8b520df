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

    /// The same, but what bridges a gap has the shape of the season: a lost day looks like the days around it.
    ///
    /// @param period in points; a series that doesn't hold it twice gets straight lines
    public static double[] filled(double[] values, int period) {
        if (seen(values) == values.length || period < 2 || values.length < 2 * period) {
            return filled(values);
        }
        var shape = shape(values, period);
        var rest = values.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= shape[i % period];
        }
        var whole = filled(rest);
        for (int i = 0; i < whole.length; i++) {
            whole[i] = Double.isFinite(values[i]) ? values[i] : whole[i] + shape[i % period];
        }
        return whole;
    }

    // Mean of each phase, from what was seen; a phase that was never seen is bridged.
    private static double[] shape(double[] values, int period) {
        var means = new double[period];
        for (int phase = 0; phase < period; phase++) {
            double sum = 0;
            int count = 0;
            for (int i = phase; i < values.length; i += period) {
                if (Double.isFinite(values[i])) {
                    sum += values[i];
                    count++;
                }
            }
            means[phase] = count == 0 ? Double.NaN : sum / count;
        }
        return filled(means);
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

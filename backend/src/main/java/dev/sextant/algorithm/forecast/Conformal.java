// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.Arrays;

/// How wide an interval must be, from errors in the past (split conformal prediction; Vovk, 2005; per step ahead as in
/// Stankeviciute, Alaa and van der Schaar, 2021): the errors' size per step, smoothed, times a quantile of all errors
/// measured in that size.
final class Conformal {
    private final double[] sizes;
    private final double[] sorted;

    private Conformal(double[] sizes, double[] sorted) {
        this.sizes = sizes;
        this.sorted = sorted;
    }

    /// Learns from a back-test; steps beyond it grow with the square root of time.
    ///
    /// @param errors per origin and step, not empty
    static Conformal of(double[][] errors, int horizon) {
        var sizes = extended(rising(rootMeanSquares(errors)), horizon);
        var relative = new double[errors.length * errors[0].length];
        int count = 0;
        for (var row : errors) {
            for (int i = 0; i < row.length; i++) {
                relative[count++] = sizes[i] > 0 ? Math.abs(row[i]) / sizes[i] : 0;
            }
        }
        Arrays.sort(relative);
        return new Conformal(sizes, relative);
    }

    /// Without a past to test on: steps as large as those seen, wandering.
    ///
    /// @param values all finite
    static Conformal wandering(double[] values, int horizon) {
        var steps = new double[Math.max(1, values.length - 1)][1];
        for (int i = 1; i < values.length; i++) {
            steps[i - 1][0] = values[i] - values[i - 1];
        }
        return of(steps, horizon);
    }

    /// Half the width of the interval at each step.
    ///
    /// @param level share of what comes that lies inside, 0 to 1
    double[] widths(double level) {
        double quantile = quantile(level);
        return Arrays.stream(sizes).map(size -> size * quantile).toArray();
    }

    // With the finite-sample correction of conformal prediction; beyond the largest error seen
    // nothing is known.
    private double quantile(double level) {
        double at = level * (sorted.length + 1) - 1;
        int below = (int) Math.clamp(Math.floor(at), 0, sorted.length - 1);
        int above = Math.min(below + 1, sorted.length - 1);
        double share = Math.clamp(at - below, 0, 1);
        return sorted[below] * (1 - share) + sorted[above] * share;
    }

    private static double[] rootMeanSquares(double[][] errors) {
        var sizes = new double[errors[0].length];
        for (int i = 0; i < sizes.length; i++) {
            double sum = 0;
            for (var row : errors) {
                sum += row[i] * row[i] / errors.length;
            }
            sizes[i] = Math.sqrt(sum);
        }
        return sizes;
    }

    // A running mean over a seventh of the steps, so that luck at one step doesn't show.
    private static double[] rising(double[] sizes) {
        int reach = sizes.length / 7;
        var smooth = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            int near = Math.min(reach, Math.min(i, sizes.length - 1 - i));
            for (int j = i - near; j <= i + near; j++) {
                smooth[i] += sizes[j] / (2 * near + 1);
            }
        }
        return smooth;
    }

    private static double[] extended(double[] sizes, int horizon) {
        var whole = Arrays.copyOf(sizes, horizon);
        for (int i = sizes.length; i < horizon; i++) {
            whole[i] = sizes[sizes.length - 1] * Math.sqrt((i + 1.0) / sizes.length);
        }
        return whole;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.structure;

import java.util.Arrays;

/// Locally weighted straight lines over equally spaced points (Cleveland, "Robust locally weighted regression", 1979).
///
/// @param window how many neighbours take part, in points
/// @param jump evaluate each `jump`-th point and draw lines between, as Cleveland's STL does for speed
record Loess(int window, int jump) {
    Loess {
        if (window < 2 || jump < 1) {
            throw new IllegalArgumentException(
                    "loess needs a window of 2 points or more and a jump of 1 or more, not "
                            + window
                            + " and "
                            + jump);
        }
    }

    /// One of ten points is evaluated where the window is wide.
    static Loess of(int window) {
        return new Loess(window, Math.max(1, window / 10));
    }

    /// The smoothed series, as long as `values`.
    ///
    /// @param trust weight of each point, 0 to 1, as long as `values`
    double[] smooth(double[] values, double[] trust) {
        int length = values.length;
        var smooth = new double[length];
        int last = 0;
        smooth[0] = at(values, trust, 0);
        while (last < length - 1) {
            int next = Math.min(last + jump, length - 1);
            smooth[next] = at(values, trust, next);
            for (int i = last + 1; i < next; i++) {
                double share = (double) (i - last) / (next - last);
                smooth[i] = smooth[last] * (1 - share) + smooth[next] * share;
            }
            last = next;
        }
        return smooth;
    }

    /// The value of the local line at `x`, which may lie outside of the points.
    double at(double[] values, double[] trust, double x) {
        int length = values.length;
        int count = Math.min(window, length);
        int left = Math.clamp((int) Math.round(x) - count / 2, 0, length - count);
        double reach =
                Math.max(x - left, left + count - 1 - x) + Math.max(0, (window - length) / 2.0);
        var sums = new double[5];
        for (int i = left; i < left + count; i++) {
            double away = Math.abs(i - x) / (reach * 1.001 + 1e-9);
            if (away < 1) {
                double cube = 1 - away * away * away;
                add(sums, trust[i] * cube * cube * cube, i - x, values[i]);
            }
        }
        return line(sums, values, Math.clamp(Math.round(x), 0, length - 1));
    }

    private static void add(double[] sums, double weight, double x, double y) {
        sums[0] += weight;
        sums[1] += weight * x;
        sums[2] += weight * y;
        sums[3] += weight * x * x;
        sums[4] += weight * x * y;
    }

    private static double line(double[] sums, double[] values, int nearest) {
        if (sums[0] <= 1e-12) {
            return values[nearest];
        }
        double x = sums[1] / sums[0];
        double y = sums[2] / sums[0];
        double spread = sums[3] / sums[0] - x * x;
        if (spread < 1e-9) {
            return y;
        }
        return y - x * (sums[4] / sums[0] - x * y) / spread;
    }

    /// Full trust in each of `length` points.
    static double[] trusting(int length) {
        var trust = new double[length];
        Arrays.fill(trust, 1);
        return trust;
    }
}

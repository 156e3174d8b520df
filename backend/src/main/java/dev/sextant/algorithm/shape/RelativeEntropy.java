// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

import dev.sextant.algorithm.change.Robust;
import java.util.Arrays;

/// How unlike the distribution of the last 50 points is to all before: relative entropy over ten bins of equal share, against
/// the chi-square quantile that noise passes once in ten thousand windows. Wang, Viswanathan, Choudur, Talwar, Satterfield and
/// Schwan, "Statistical techniques for online anomaly detection in data centers", IM 2011. Bins are those of the first quarter
/// (at least 100 points).
final class RelativeEntropy {
    private static final int WINDOW = 50;
    private static final int BINS = 10;
    private static final int LEAST = 100;

    /// Neighbours in time are alike: a window counts as this share of its points.
    private static final double INDEPENDENT = 0.5;

    private static final double NORMAL_BORDER = 3.719;

    private RelativeEntropy() {}

    static double[] scores(double[] values) {
        var scores = new double[values.length];
        var known = Math.max(LEAST, values.length / 4);
        if (values.length < known + WINDOW) {
            return scores;
        }
        var edges = edges(Arrays.copyOf(values, known));
        var past = new double[BINS];
        var now = new double[BINS];
        for (var i = 0; i < values.length; i++) {
            now[bin(edges, values[i])]++;
            if (i >= WINDOW) {
                var left = bin(edges, values[i - WINDOW]);
                now[left]--;
                past[left]++;
            }
            if (i >= known + WINDOW) {
                scores[i] =
                        2 * INDEPENDENT * WINDOW * entropy(now, past, i + 1.0 - WINDOW) / border();
            }
        }
        return scores;
    }

    private static double entropy(double[] now, double[] past, double points) {
        var sum = 0.0;
        for (var bin = 0; bin < BINS; bin++) {
            if (now[bin] > 0) {
                var share = now[bin] / WINDOW;
                sum += share * Math.log(share * (points + BINS) / (past[bin] + 1));
            }
        }
        return Math.max(0, sum);
    }

    // Wilson and Hilferty's cube for the chi-square quantile.
    private static double border() {
        var degrees = BINS - 1.0;
        var part = 2 / (9 * degrees);
        return degrees * Math.pow(1 - part + NORMAL_BORDER * Math.sqrt(part), 3);
    }

    private static double[] edges(double[] values) {
        var edges = new double[BINS - 1];
        for (var i = 0; i < edges.length; i++) {
            edges[i] = Robust.quantile(values, (i + 1.0) / BINS);
        }
        return edges;
    }

    private static int bin(double[] edges, double value) {
        var bin = 0;
        while (bin < edges.length && value > edges[bin]) {
            bin++;
        }
        return bin;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Words for cuts: levels, directions and places in the array that the caller knows.
final class Changes {
    private static final double USUAL = 3;

    private Changes() {}

    /// @param scores the score of each cut; raised to 1.0 where rounding left them below
    /// @param confidences the confidence of each cut, 0 to 1
    static List<Change> describe(
            CleanSeries series, Partition partition, double[] scores, double[] confidences) {
        var changes = new ArrayList<Change>();
        for (int cut = 0; cut < partition.cuts(); cut++) {
            int start = partition.starts()[cut];
            var left = Arrays.copyOfRange(series.raw(), partition.previous(cut), start);
            var right = Arrays.copyOfRange(series.raw(), start, partition.next(cut));
            changes.add(
                    new Change(
                            series.places()[start],
                            Math.max(1, scores[cut]),
                            Math.clamp(confidences[cut], 0, 1),
                            Robust.median(left),
                            Robust.median(right),
                            edge(left, -1),
                            edge(left, 1),
                            direction(left, right)));
        }
        return List.copyOf(changes);
    }

    /// One minus the probability that the best of `places` places gains as much by chance.
    ///
    /// @param gain twice the gain of log-likelihood
    static double confidence(double gain, int places) {
        return 1 - Math.min(1, places * Math.exp(-gain / 2));
    }

    // Three robust deviations from the level, halved so that large values don't overflow on the
    // way.
    private static double edge(double[] values, int side) {
        var halves = Arrays.stream(values).map(value -> value / 2).toArray();
        double level = Robust.median(halves);
        double edge = level + side * USUAL * Robust.deviation(halves, level);
        return Math.clamp(edge, -Double.MAX_VALUE / 2, Double.MAX_VALUE / 2) * 2;
    }

    private static Direction direction(double[] left, double[] right) {
        // Halved, so that values of opposite sign near the largest double do not overflow.
        double before = Robust.median(left) / 2;
        double after = Robust.median(right) / 2;
        double error = Math.hypot(error(left, before), error(right, after));
        if (Math.abs(after - before) <= 2 * error) {
            return Direction.SAME;
        }
        return after > before ? Direction.UP : Direction.DOWN;
    }

    // The standard error of a median of `values.length` values, halved like the level.
    private static double error(double[] values, double level) {
        var halves = Arrays.stream(values).map(value -> value / 2).toArray();
        return 1.25 * Robust.deviation(halves, level) / Math.sqrt(values.length);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.Arrays;
import java.util.List;

/// PELT (Killick, Fearnhead and Eckley, JASA 2012) with a normal cost and a penalty in the manner of the modified BIC (Zhang and
/// Siegmund, Biometrics 2007): three times the logarithm of the number of points for each change of level. The noise is estimated
/// from differences and counts the more the longer it wanders, so that one setting serves white and persistent noise.
///
/// @param kind what may change
/// @param penalty multiple of the default penalty; greater than 0
/// @param shortest the fewest points between changes; at least 2
public record Pelt(Kind kind, double penalty, int shortest) implements ChangeDetector {
    /// What a change changes.
    public enum Kind {
        MEAN,
        MEAN_AND_VARIANCE
    }

    public Pelt {
        if (!(penalty > 0) || shortest < 2) {
            throw new IllegalArgumentException(
                    "pelt wants a penalty over 0 and stretches of 2 points or more, not %s and %d"
                            .formatted(penalty, shortest));
        }
    }

    /// Changes of level, at least three points apart.
    public static Pelt standard() {
        return new Pelt(Kind.MEAN, 1, 3);
    }

    @Override
    public String name() {
        return "pelt";
    }

    @Override
    public List<Change> detect(double[] values) {
        var series = CleanSeries.of(values);
        if (series.size() < 2 * shortest || series.isConstant()) {
            return List.of();
        }
        var cost = cost(kind, series);
        double price = penalty * price(kind, series.size());
        var partition = OptimalPartition.of(cost, price, shortest);
        return describe(series, partition, cost, price);
    }

    static SegmentCost cost(Kind kind, CleanSeries series) {
        var noise = Noise.of(series.values());
        var sums = new CumulativeSums(series.values());
        return switch (kind) {
            case MEAN -> new MeanCost(sums, noise.longRunVariance());
            // A stretch a thousand times calmer than the noise is calm; how calm is rounding.
            case MEAN_AND_VARIANCE ->
                    new MeanVarianceCost(sums, Math.max(1e-12, 1e-3 * noise.variance()));
        };
    }

    /// The penalty by which a change must pay: for its place, and for each value that it changes.
    static double price(Kind kind, int size) {
        return switch (kind) {
            case MEAN -> 3 * Math.log(size);
            case MEAN_AND_VARIANCE -> 4 * Math.log(size);
        };
    }

    static List<Change> describe(
            CleanSeries series, Partition partition, SegmentCost cost, double price) {
        var gains = new double[partition.cuts()];
        Arrays.setAll(gains, cut -> partition.gain(cut, cost));
        var scores = Arrays.stream(gains).map(gain -> gain / price).toArray();
        var confidences =
                Arrays.stream(gains).map(gain -> Changes.confidence(gain, series.size())).toArray();
        return Changes.describe(series, partition, scores, confidences);
    }
}

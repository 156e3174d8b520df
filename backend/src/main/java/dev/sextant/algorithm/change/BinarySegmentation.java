// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeSet;

/// Binary segmentation (Scott and Knott, Biometrics 1974; Sen and Srivastava, Annals of Statistics 1975): cut where it gains most,
/// then each part again, as long as a cut gains more than the penalty. Faster than [Pelt] on long series with few changes, and
/// not exact: a change that only shows beside another may be missed.
///
/// @param kind what may change
/// @param penalty multiple of the default penalty of [Pelt]; greater than 0
/// @param shortest the fewest points between changes; at least 2
public record BinarySegmentation(Pelt.Kind kind, double penalty, int shortest)
        implements ChangeDetector {

    private record Stretch(int from, int to) {}

    public BinarySegmentation {
        if (!(penalty > 0) || shortest < 2) {
            throw new IllegalArgumentException(
                    "binary segmentation wants a penalty over 0 and stretches of 2 points or more, not %s and %d"
                            .formatted(penalty, shortest));
        }
    }

    /// Changes of level, at least three points apart.
    public static BinarySegmentation standard() {
        return new BinarySegmentation(Pelt.Kind.MEAN, 1, 3);
    }

    @Override
    public String name() {
        return "binarySegmentation";
    }

    @Override
    public List<Change> detect(double[] values) {
        var series = CleanSeries.of(values);
        if (series.size() < 2 * shortest || series.isConstant()) {
            return List.of();
        }
        var cost = Pelt.cost(kind, series);
        double price = penalty * Pelt.price(kind, series.size());
        return Pelt.describe(series, cut(cost, price), cost, price);
    }

    private Partition cut(SegmentCost cost, double price) {
        var starts = new TreeSet<Integer>();
        var open = new ArrayDeque<Stretch>();
        open.add(new Stretch(0, cost.size()));
        while (!open.isEmpty()) {
            var stretch = open.pop();
            int place = best(cost, stretch, price);
            if (place > 0) {
                starts.add(place);
                open.push(new Stretch(stretch.from, place));
                open.push(new Stretch(place, stretch.to));
            }
        }
        var places = starts.stream().mapToInt(Integer::intValue).toArray();
        return new Partition(places, cost.size(), 0);
    }

    // The cut that gains most, or -1 where none gains more than the price.
    private int best(SegmentCost cost, Stretch stretch, double price) {
        int from = stretch.from;
        int to = stretch.to;
        if (to - from < 2 * shortest) {
            return -1;
        }
        double whole = cost.of(from, to);
        double most = price;
        int best = -1;
        for (int place = from + shortest; place <= to - shortest; place++) {
            double gain = whole - cost.of(from, place) - cost.of(place, to);
            if (gain > most) {
                most = gain;
                best = place;
            }
        }
        return best;
    }
}

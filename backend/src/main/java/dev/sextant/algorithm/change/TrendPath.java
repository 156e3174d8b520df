// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// All partitions into levels and lines that are best at some price of a change: the path of CROPS (Haynes, Eckley and Fearnhead,
/// "Computationally efficient changepoint detection for a range of penalties", JCGS 2017), a slope priced at a share of a change.
final class TrendPath {
    /// A slope brings one value, a change brings two: its place and a level.
    static final double SLOPE = 0.5;

    private static final int MOST_FITS = 60;

    private final CumulativeSums sums;
    private final int shortest;
    private final List<Fit> fits = new ArrayList<>();

    /// A partition of the path.
    ///
    /// @param residual squared distance from the fitted levels and lines
    /// @param complexity changes, and a half for each slope
    /// @param price what a change cost when the partition won
    record Fit(Partition partition, double residual, double complexity, double price) {}

    private record Gap(Fit simple, Fit rich) {}

    private TrendPath(CumulativeSums sums, int shortest) {
        this.sums = sums;
        this.shortest = shortest;
    }

    /// The partitions that win at prices from `least` to `most`, both squared units of the series and greater than 0.
    static List<Fit> of(CumulativeSums sums, int shortest, double least, double most) {
        var path = new TrendPath(sums, shortest);
        path.search(least, most);
        return path.fits;
    }

    private void search(double least, double most) {
        var open = new ArrayDeque<Gap>();
        open.add(new Gap(fit(most), fit(least)));
        while (!open.isEmpty() && fits.size() < MOST_FITS) {
            var gap = open.pop();
            double gained = gap.rich.complexity - gap.simple.complexity;
            if (gained <= 0) {
                continue;
            }
            var between = fit((gap.simple.residual - gap.rich.residual) / gained);
            if (between.complexity > gap.simple.complexity
                    && between.complexity < gap.rich.complexity) {
                open.add(new Gap(gap.simple, between));
                open.add(new Gap(between, gap.rich));
            }
        }
    }

    private Fit fit(double price) {
        var cost = new TrendCost(sums, SLOPE * price);
        var partition = OptimalPartition.of(cost, price, shortest);
        double residual = 0;
        double complexity = partition.cuts();
        for (int cut = -1; cut < partition.cuts(); cut++) {
            int from = cut < 0 ? 0 : partition.starts()[cut];
            int to = partition.next(cut);
            residual += cost.residual(from, to);
            complexity += cost.slopes(from, to) ? SLOPE : 0;
        }
        var fit = new Fit(partition, residual, complexity, price);
        fits.add(fit);
        return fit;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The changes that a person would draw on a chart of the series, without a setting. Stretches are levels, or lines where a slope
/// earns its price; a clear season is taken off first. Among all partitions that are best at some price ([TrendPath], exact), the
/// one is chosen whose logarithm of the remaining variance, plus a weight per change, is least: a change counts when it takes a fixed
/// share off what remains, more in short series (the logarithmic term of the BIC), and nothing counts that is lost in three percent
/// of the chart's height. So a random walk has few changes and white noise has none, in whatever unit.
///
/// @param sensitivity 1.0 by default; twice as much halves what a change must explain
public record AutoChanges(double sensitivity) implements ChangeDetector {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_OF_LONG = 5;
    private static final int MOST_POINTS = 1500;
    private static final double VISIBLE = 0.03;
    private static final double SHARE = 0.1;
    private static final double CRITERION = 3;

    public AutoChanges {
        if (!(sensitivity > 0) || !Double.isFinite(sensitivity)) {
            throw new IllegalArgumentException(
                    "sensitivity is a number over 0, not " + sensitivity + "; 1.0 is the default");
        }
    }

    public static AutoChanges standard() {
        return new AutoChanges(1);
    }

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public List<Change> detect(double[] values) {
        var series = CleanSeries.of(values);
        if (series.size() < 2 * SHORTEST || series.isConstant()) {
            return List.of();
        }
        int width = (series.size() + MOST_POINTS - 1) / MOST_POINTS;
        var points = Season.removed(Spikes.removed(averages(series.values(), width)));
        var sums = new CumulativeSums(points);
        double total = sums.aroundMean(0, points.length);
        double weight = weight(points.length);
        double floor = VISIBLE * total;
        var chosen =
                TrendPath.of(sums, shortest(points.length), Math.min(weight, 1) * floor, total)
                        .stream()
                        .min(Comparator.comparingDouble(fit -> loss(fit, floor, weight)))
                        .orElseThrow();
        return describe(series, chosen, sums, width);
    }

    // A tenth of a short series may be a stretch of its own; fewer than three points are none.
    private static int shortest(int size) {
        return Math.clamp(size / 10, SHORTEST, SHORTEST_OF_LONG);
    }

    private double weight(int size) {
        return (SHARE + CRITERION * Math.log(size) / size) / sensitivity;
    }

    private static double loss(TrendPath.Fit fit, double floor, double weight) {
        return Math.log(fit.residual() + floor) + weight * fit.complexity();
    }

    private List<Change> describe(
            CleanSeries series, TrendPath.Fit chosen, CumulativeSums sums, int width) {
        var coarse = chosen.partition();
        var cost = new TrendCost(sums, TrendPath.SLOPE * chosen.price());
        double floor = VISIBLE * sums.aroundMean(0, sums.size());
        double inflation = Noise.of(averages(series.values(), width)).inflation();
        var scores = new double[coarse.cuts()];
        var confidences = new double[coarse.cuts()];
        for (int cut = 0; cut < coarse.cuts(); cut++) {
            int from = coarse.previous(cut);
            int start = coarse.starts()[cut];
            int to = coarse.next(cut);
            double joined = cost.residual(from, to);
            double split = cost.residual(from, start) + cost.residual(start, to);
            double lost = Math.max(0, joined - split) / (chosen.residual() + floor);
            scores[cut] = Math.log1p(lost) / weight(sums.size());
            double tiny = 1e-9 * floor;
            double gain = (to - from) * Math.log((joined + tiny) / (split + tiny)) / inflation;
            confidences[cut] = Changes.confidence(gain, sums.size());
        }
        return Changes.describe(series, fine(series, coarse, width), scores, confidences);
    }

    /// The cuts at full resolution, each moved within two averages to where two levels or lines fit best.
    private static Partition fine(CleanSeries series, Partition coarse, int width) {
        if (width == 1) {
            return coarse;
        }
        var sums = new CumulativeSums(series.values());
        var starts = Arrays.stream(coarse.starts()).map(start -> start * width).toArray();
        for (int cut = 0; cut < starts.length; cut++) {
            int from = cut == 0 ? 0 : starts[cut - 1];
            int to = cut + 1 < starts.length ? starts[cut + 1] : series.size();
            starts[cut] = best(sums, from, to, new int[] {starts[cut], 2 * width});
        }
        return new Partition(starts, series.size(), coarse.cost());
    }

    private static int best(CumulativeSums sums, int from, int to, int[] around) {
        double least = Double.POSITIVE_INFINITY;
        int best = around[0];
        int last = Math.min(to - 1, around[0] + around[1]);
        for (int start = Math.max(from + 1, around[0] - around[1]); start <= last; start++) {
            double residual = sums.aroundLine(from, start) + sums.aroundLine(start, to);
            if (residual < least) {
                least = residual;
                best = start;
            }
        }
        return best;
    }

    private static double[] averages(double[] values, int width) {
        if (width == 1) {
            return values;
        }
        var means = new double[(values.length + width - 1) / width];
        for (int i = 0; i < means.length; i++) {
            int to = Math.min(values.length, (i + 1) * width);
            means[i] = Arrays.stream(values, i * width, to).average().orElse(0);
        }
        return means;
    }
}

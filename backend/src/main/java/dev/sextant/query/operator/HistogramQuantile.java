// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Quantiles out of cumulative buckets with their upper bounds in the label {@code le}, as Prometheus says them
/// (quantile.go, bucketQuantile, of Prometheus 2.42): linear within the bucket that holds the rank. Where nothing was
/// observed, or the bucket of everything is missing, there is no point.
public final class HistogramQuantile {
    private static final Set<String> BOUND = Set.of("le");

    private final Grid grid;
    private final Grouping grouping;
    private final double share;
    private final LongConsumer memory;

    /// @param memory told of the bytes of each bucket of each group before they are taken
    public HistogramQuantile(Grid grid, Grouping grouping, double share, LongConsumer memory) {
        this.grid = grid;
        this.grouping = grouping;
        this.share = share;
        this.memory = memory;
    }

    /// @param increases how much each bucket grew, reduced on the grid
    /// @return quantiles by group, in order of their labels
    public List<Series> of(String metric, List<Series> increases) {
        var groups = new HashMap<Labels, TreeMap<Double, double[]>>();
        for (var series : increases) {
            var bound = bound(series.key().labels().value("le"));
            if (bound != null) {
                var group = groupOf(grouping, series.key().labels());
                add(
                        series,
                        groups.computeIfAbsent(group, _ -> new TreeMap<>())
                                .computeIfAbsent(bound, _ -> unseen()));
            }
        }
        var quantiles = new ArrayList<Series>();
        groups.forEach((labels, buckets) ->
                quantiles.add(quantiles(new SeriesKey(metric, labels), buckets)));
        quantiles.removeIf(series -> series.length() == 0);
        Function<Series, Labels> order = series -> series.key().labels();
        quantiles.sort(Comparator.comparing(order));
        return quantiles;
    }

    /// The labels of the quantile that a bucket is part of.
    public static Labels groupOf(Grouping grouping, Labels bucket) {
        return grouping.groupOf(bucket.without(BOUND)).without(BOUND);
    }

    private void add(Series series, double[] counts) {
        for (int i = 0; i < series.length(); i++) {
            int bucket = grid.bucketOf(series.times()[i]);
            double known = counts[bucket];
            counts[bucket] = Double.isNaN(known) ? series.values()[i] : known + series.values()[i];
        }
    }

    private Series quantiles(SeriesKey key, Map<Double, double[]> buckets) {
        var times = new long[(int) grid.count()];
        var values = new double[times.length];
        int length = 0;
        for (int bucket = 0; bucket < times.length; bucket++) {
            double value = quantile(bucket, buckets);
            if (!Double.isNaN(value)) {
                times[length] = grid.endOf(bucket);
                values[length++] = value;
            }
        }
        return new Series(key, Arrays.copyOf(times, length), Arrays.copyOf(values, length));
    }

    private double quantile(int bucket, Map<Double, double[]> buckets) {
        var bounds = new double[buckets.size()];
        var counts = new double[buckets.size()];
        int length = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (var one : buckets.entrySet()) {
            double count = one.getValue()[bucket];
            if (!Double.isNaN(count)) {
                // Scrapes are not atomic: a bucket may seem smaller than the one below it.
                most = Math.max(most, count);
                bounds[length] = one.getKey();
                counts[length++] = most;
            }
        }
        boolean isWhole = length >= 2 && bounds[length - 1] == Double.POSITIVE_INFINITY;
        return isWhole && counts[length - 1] > 0
                ? interpolated(bounds, counts, length)
                : Double.NaN;
    }

    private double interpolated(double[] bounds, double[] counts, int length) {
        double rank = share * counts[length - 1];
        int place = 0;
        while (place < length - 1 && counts[place] < rank) {
            place++;
        }
        if (place == length - 1) {
            return bounds[length - 2];
        }
        if (place == 0 && bounds[0] <= 0) {
            return bounds[0];
        }
        double start = place == 0 ? 0 : bounds[place - 1];
        double below = place == 0 ? 0 : counts[place - 1];
        return start + (bounds[place] - start) * ((rank - below) / (counts[place] - below));
    }

    private double[] unseen() {
        memory.accept(grid.count() * Double.BYTES);
        var counts = new double[(int) grid.count()];
        Arrays.fill(counts, Double.NaN);
        return counts;
    }

    private static @Nullable Double bound(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return switch (text) {
                case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.valueOf(text);
            };
        } catch (NumberFormatException _) {
            return null;
        }
    }
}

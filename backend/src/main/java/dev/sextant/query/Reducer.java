// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.telemetry.Series;
import java.util.Arrays;

/// Turns the points of one series into one value per bucket. Works on the arrays as they are; a bucket costs one pass.
/// Stale markers of Prometheus are no points; other NaN are values, and min and max pass over them as Prometheus does.
final class Reducer {
    private static final long STALE_MARKER = 0x7ff0000000000002L;

    private final Grid grid;
    private final Aggregation aggregation;
    private final double quantile;

    Reducer(Grid grid, Aggregation aggregation, double quantile) {
        this.grid = grid;
        this.aggregation = aggregation;
        this.quantile = quantile;
    }

    /// The series without stale markers: itself when it has none.
    static Series withoutStaleMarkers(Series series) {
        double[] values = series.values();
        int kept = 0;
        for (double value : values) {
            if (Double.doubleToRawLongBits(value) != STALE_MARKER) {
                kept++;
            }
        }
        if (kept == values.length) {
            return series;
        }
        var times = new long[kept];
        var left = new double[kept];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.doubleToRawLongBits(values[i]) != STALE_MARKER) {
                times[next] = series.times()[i];
                left[next++] = values[i];
            }
        }
        return new Series(series.key(), times, left);
    }

    /// One point per bucket that has enough points, stamped with the end of its bucket.
    Series reduce(Series series) {
        long[] times = series.times();
        int most = (int) Math.min(grid.count(), times.length);
        var stamps = new long[most];
        var reduced = new double[most];
        int length = 0;
        for (int low = 0; low < times.length; ) {
            int bucket = grid.bucketOf(times[low]);
            long end = grid.endOf(bucket);
            int high = low + 1;
            while (high < times.length && times[high] <= end) {
                high++;
            }
            if (high - low >= aggregation.neededPoints()) {
                stamps[length] = end;
                reduced[length++] = value(series, low, high, bucket);
            }
            low = high;
        }
        return new Series(
                series.key(), Arrays.copyOf(stamps, length), Arrays.copyOf(reduced, length));
    }

    private double value(Series series, int low, int high, int bucket) {
        double[] values = series.values();
        return switch (aggregation) {
            case AVG -> Statistics.sum(values, low, high) / (high - low);
            case SUM -> Statistics.sum(values, low, high);
            case MIN -> Statistics.min(values, low, high);
            case MAX -> Statistics.max(values, low, high);
            case COUNT -> high - low;
            case LAST -> values[high - 1];
            case FIRST -> values[low];
            case STDDEV -> Statistics.standardDeviation(values, low, high);
            case QUANTILE -> Statistics.quantile(quantile, values, low, high);
            case RATE -> change(series, low, high, bucket, true) / seconds(bucket);
            case INCREASE -> change(series, low, high, bucket, true);
            case DELTA -> change(series, low, high, bucket, false);
        };
    }

    private double seconds(int bucket) {
        return (grid.endOf(bucket) - grid.startOf(bucket)) / 1_000.0;
    }

    private double change(Series series, int low, int high, int bucket, boolean isCounter) {
        return Extrapolation.change(
                series,
                new Extrapolation.Span(low, high, grid.startOf(bucket), grid.endOf(bucket)),
                isCounter);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.LongConsumer;

/// Makes one series of those of a group, bucket by bucket. A bucket in which no series of the group has a value has none.
public final class Grouper {
    private static final long BYTES_PER_BUCKET = Double.BYTES + Integer.BYTES;

    private final Grid grid;
    private final Grouping grouping;
    private final Aggregation.Across across;
    private final LongConsumer memory;

    /// @param memory told of the bytes of each group before they are taken
    public Grouper(Grid grid, Grouping grouping, Aggregation.Across across, LongConsumer memory) {
        this.grid = grid;
        this.grouping = grouping;
        this.across = across;
        this.memory = memory;
    }

    /// The groups of series that were reduced on the same grid, in order of their keys.
    public List<Series> group(String metric, Iterable<Series> reduced) {
        var groups = new LinkedHashMap<Labels, Group>();
        for (var series : reduced) {
            groups.computeIfAbsent(grouping.groupOf(series.key().labels()), this::group)
                    .add(series);
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(group -> group.order))
                .map(group -> group.series(metric))
                .toList();
    }

    private Group group(Labels labels) {
        memory.accept(grid.count() * BYTES_PER_BUCKET);
        return new Group(labels);
    }

    private final class Group {
        private final Labels labels;
        private final String order;
        private final double[] values = new double[(int) grid.count()];
        private final int[] counts = new int[(int) grid.count()];

        Group(Labels labels) {
            this.labels = labels;
            this.order = labels.toString();
        }

        void add(Series series) {
            long[] times = series.times();
            for (int i = 0; i < times.length; i++) {
                int bucket = grid.bucketOf(times[i]);
                double value = series.values()[i];
                values[bucket] = counts[bucket] == 0 ? value : combine(values[bucket], value);
                counts[bucket]++;
            }
        }

        Series series(String metric) {
            var times = new long[counts.length];
            var grouped = new double[counts.length];
            int length = 0;
            for (int bucket = 0; bucket < counts.length; bucket++) {
                if (counts[bucket] > 0) {
                    times[length] = grid.endOf(bucket);
                    grouped[length++] =
                            across == Aggregation.Across.AVG
                                    ? values[bucket] / counts[bucket]
                                    : values[bucket];
                }
            }
            return new Series(
                    new SeriesKey(metric, labels),
                    Arrays.copyOf(times, length),
                    Arrays.copyOf(grouped, length));
        }
    }

    private double combine(double known, double value) {
        return switch (across) {
            case AVG, SUM -> known + value;
            case MIN -> value < known || Double.isNaN(known) ? value : known;
            case MAX -> value > known || Double.isNaN(known) ? value : known;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.quality;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Samples that should have come and did not, by the usual distance between those that did.
///
/// @param looked how many series were looked at
/// @param series how many of them have a gap
/// @param missing samples that did not come
/// @param interval the usual distance; null when no series has enough samples to tell
public record Gaps(int looked, int series, long missing, @Nullable Duration interval) {
    private static final int FEWEST = 4;

    /// A sample that is a little late is no gap.
    private static final double PATIENCE = 1.75;

    /// @param times of the samples of each series, in order, as epoch milliseconds
    static Gaps in(List<long[]> times) {
        int gapped = 0;
        long missing = 0;
        var usual = new long[times.size()];
        int told = 0;
        for (var series : times) {
            if (series.length >= FEWEST) {
                long distance = usualDistance(series);
                long lost = missing(series, distance);
                usual[told++] = distance;
                missing += lost;
                gapped += lost > 0 ? 1 : 0;
            }
        }
        var interval = told == 0 ? null : rounded(middle(Arrays.copyOf(usual, told)));
        return new Gaps(times.size(), gapped, missing, interval);
    }

    /// Senders are some milliseconds early or late, which tells nobody anything.
    private static Duration rounded(long millis) {
        long grain = millis >= 10_000 ? 1_000 : millis >= 1_000 ? 100 : 1;
        return Duration.ofMillis((millis + grain / 2) / grain * grain);
    }

    private static long usualDistance(long[] times) {
        var distances = new long[times.length - 1];
        for (int at = 0; at < distances.length; at++) {
            distances[at] = times[at + 1] - times[at];
        }
        return Math.max(1, middle(distances));
    }

    private static long middle(long[] values) {
        Arrays.sort(values);
        return values[(values.length - 1) / 2];
    }

    private static long missing(long[] times, long usual) {
        long missing = 0;
        for (int at = 1; at < times.length; at++) {
            double steps = (double) (times[at] - times[at - 1]) / usual;
            missing += steps > PATIENCE ? Math.round(steps) - 1 : 0;
        }
        return missing;
    }
}

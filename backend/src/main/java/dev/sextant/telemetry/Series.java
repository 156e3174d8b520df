// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import java.util.List;

/// Points of one series. The arrays have the same length, belong to the series and must not be changed after hand-over.
///
/// @param times epoch milliseconds; ascending when read from a store, in order of arrival when ingested
/// @param values one per time; NaN is a value, a gap is no point
public record Series(SeriesKey key, long[] times, double[] values) {
    public Series {
        if (times.length != values.length) {
            throw new IllegalArgumentException(
                    "series %s has %d times but %d values"
                            .formatted(key, times.length, values.length));
        }
    }

    public int length() {
        return times.length;
    }

    /// How many points the series of a batch have in all.
    public static long samples(List<Series> batch) {
        long samples = 0;
        for (var series : batch) {
            samples += series.length();
        }
        return samples;
    }
}

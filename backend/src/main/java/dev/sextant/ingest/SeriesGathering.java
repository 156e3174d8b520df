// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers samples that come one by one as series, in the order in which the series came first.
public final class SeriesGathering {
    private final Map<SeriesKey, Points> bySeries = new LinkedHashMap<>();

    public void add(SeriesKey key, long time, double value) {
        bySeries.computeIfAbsent(key, _ -> new Points()).add(time, value);
    }

    public List<Series> series() {
        var series = new ArrayList<Series>(bySeries.size());
        bySeries.forEach((key, points) -> series.add(points.of(key)));
        return series;
    }

    private static final class Points {
        private long[] times = new long[4];
        private double[] values = new double[4];
        private int length;

        void add(long time, double value) {
            if (length == times.length) {
                times = Arrays.copyOf(times, length * 2);
                values = Arrays.copyOf(values, length * 2);
            }
            times[length] = time;
            values[length++] = value;
        }

        Series of(SeriesKey key) {
            return new Series(key, Arrays.copyOf(times, length), Arrays.copyOf(values, length));
        }
    }
}

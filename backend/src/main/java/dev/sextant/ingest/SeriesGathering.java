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
    private final ReadSize size = new ReadSize();

    public void add(SeriesKey key, long time, double value) {
        var points = bySeries.get(key);
        if (points == null && size.fitsSeries(key.labels().size())) {
            points = new Points();
            bySeries.put(key, points);
        }
        if (points != null && size.fitsSample()) {
            points.add(time, value);
        }
    }

    /// Whether nothing more fits, so that reading on is of no use.
    public boolean isFull() {
        return size.isPassed();
    }

    public List<Series> series() throws BodyFaultException {
        size.check();
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

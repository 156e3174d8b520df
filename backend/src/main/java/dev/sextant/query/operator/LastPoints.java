// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Keeps of each series the newest point, with its own time.
public final class LastPoints implements Gathering {
    private static final long NONE = Long.MIN_VALUE;

    private List<SeriesKey> keys = List.of();
    private long[] times = {};
    private double[] values = {};

    @Override
    public void begin(List<SeriesKey> series) {
        keys = series;
        times = new long[series.size()];
        values = new double[series.size()];
        Arrays.fill(times, NONE);
    }

    @Override
    public void points(int[] slots, long[] atTimes, double[] newValues, int length) {
        for (int i = 0; i < length; i++) {
            if (!Staleness.isMarker(newValues[i])) {
                times[slots[i]] = atTimes[i];
                values[slots[i]] = newValues[i];
            }
        }
    }

    @Override
    public void restart(int slot) {
        times[slot] = NONE;
    }

    @Override
    public long bytes() {
        return times.length * (long) (Long.BYTES + Double.BYTES);
    }

    @Override
    public List<Series> series() {
        var series = new ArrayList<Series>();
        for (int slot = 0; slot < times.length; slot++) {
            if (times[slot] != NONE) {
                series.add(
                        new Series(
                                keys.get(slot),
                                new long[] {times[slot]},
                                new double[] {values[slot]}));
            }
        }
        return series;
    }
}

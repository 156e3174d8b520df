// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.List;

/// Keeps the points as they are, but for stale markers.
public final class RawPoints implements Gathering {
    private Rows rows = new Rows(List.of(), 0);

    @Override
    public void begin(List<SeriesKey> series) {
        rows = new Rows(series, Long.MAX_VALUE);
    }

    @Override
    public void points(int[] slots, long[] times, double[] values, int length) {
        for (int i = 0; i < length; i++) {
            add(slots[i], times[i], values[i]);
        }
    }

    @Override
    public void run(int slot, long[] times, double[] values, int length) {
        if (hasMarker(values, length)) {
            for (int i = 0; i < length; i++) {
                add(slot, times[i], values[i]);
            }
        } else {
            rows.add(slot, times, values, length);
        }
    }

    private void add(int slot, long time, double value) {
        if (!Staleness.isMarker(value)) {
            rows.add(slot, time, value);
        }
    }

    private static boolean hasMarker(double[] values, int length) {
        for (int i = 0; i < length; i++) {
            if (Staleness.isMarker(values[i])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void restart(int slot) {
        rows.clear(slot);
    }

    @Override
    public long bytes() {
        return rows.bytes();
    }

    @Override
    public List<Series> series() {
        return rows.take();
    }
}

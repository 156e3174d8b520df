// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.PointSink;
import dev.sextant.telemetry.SeriesKey;
import java.util.BitSet;
import java.util.List;

/// Keeps the last point of each series that passes.
final class LastOfEach implements PointSink {
    private final BitSet seen = new BitSet();
    private final long[] times;
    private final double[] values;

    LastOfEach(int series) {
        times = new long[series];
        values = new double[series];
    }

    @Override
    public void begin(List<SeriesKey> series) {
        seen.clear();
    }

    @Override
    public void points(int[] slots, long[] at, double[] value, int length) {
        for (int i = 0; i < length; i++) {
            seen.set(slots[i]);
            times[slots[i]] = at[i];
            values[slots[i]] = value[i];
        }
    }

    @Override
    public void restart(int slot) {
        seen.clear(slot);
    }

    /// @param slots what the series are called by the sink
    void handOver(int[] slots, PointSink sink) {
        var of = new int[seen.cardinality()];
        var at = new long[of.length];
        var value = new double[of.length];
        int length = 0;
        for (int slot = seen.nextSetBit(0); slot >= 0; slot = seen.nextSetBit(slot + 1)) {
            of[length] = slots[slot];
            at[length] = times[slot];
            value[length++] = values[slot];
        }
        sink.points(of, at, value, length);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.recent;

import dev.sextant.store.PointBuffer;

/// Points of one series at a time in arrays that are used again for the next: in order of time, one per time, of several
/// the one that was written last.
public final class Unpacked {
    private static final int FIRST_CAPACITY = 512;

    private long[] times = new long[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private int length;

    /// Epoch milliseconds, as many as [#length] says; they change with the next series.
    public long[] times() {
        return times;
    }

    /// One per time.
    public double[] values() {
        return values;
    }

    public int length() {
        return length;
    }

    void unpack(PackedPoints.Snapshot packed, long from, long to) {
        if (packed.count() > times.length) {
            times = new long[packed.count()];
            values = new double[packed.count()];
        }
        length = PackedPoints.unpack(packed, from, to, this);
        if (!packed.isOrdered()) {
            settle();
        }
    }

    private void settle() {
        var buffer = new PointBuffer();
        for (int i = 0; i < length; i++) {
            buffer.add(times[i], values[i], i);
        }
        long[] settled = buffer.times();
        double[] belonging = buffer.values();
        length = settled.length;
        System.arraycopy(settled, 0, times, 0, length);
        System.arraycopy(belonging, 0, values, 0, length);
    }
}

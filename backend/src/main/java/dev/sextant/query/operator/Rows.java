// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Points by slot, in arrays that grow: what a query keeps while it reads.
final class Rows {
    private static final int FIRST_CAPACITY = 4;
    private static final long BYTES_PER_POINT = Long.BYTES + Double.BYTES;
    private static final long BYTES_PER_SLOT = 2 * Long.BYTES + Integer.BYTES;
    private static final long[] NO_TIMES = {};
    private static final double[] NO_VALUES = {};

    private final List<SeriesKey> keys;
    private final int most;
    private final long[][] times;
    private final double[][] values;
    private final int[] lengths;
    private long capacity;

    /// @param most how many points a slot can have at most
    Rows(List<SeriesKey> keys, long most) {
        this.keys = keys;
        this.most = (int) Math.min(most, Integer.MAX_VALUE - 8);
        this.times = new long[keys.size()][];
        this.values = new double[keys.size()][];
        this.lengths = new int[keys.size()];
        Arrays.fill(times, NO_TIMES);
        Arrays.fill(values, NO_VALUES);
    }

    void add(int slot, long time, double value) {
        int length = lengths[slot];
        if (length == times[slot].length) {
            int larger = Math.min(most, Math.max(FIRST_CAPACITY, length * 2));
            times[slot] = Arrays.copyOf(times[slot], larger);
            values[slot] = Arrays.copyOf(values[slot], larger);
            capacity += larger - length;
        }
        times[slot][length] = time;
        values[slot][length] = value;
        lengths[slot] = length + 1;
    }

    void add(int slot, long[] more, double[] belonging, int count) {
        int length = lengths[slot];
        if (length + count > times[slot].length) {
            int larger = Math.min(most, length + count);
            capacity += larger - times[slot].length;
            times[slot] = Arrays.copyOf(times[slot], larger);
            values[slot] = Arrays.copyOf(values[slot], larger);
        }
        System.arraycopy(more, 0, times[slot], length, count);
        System.arraycopy(belonging, 0, values[slot], length, count);
        lengths[slot] = length + count;
    }

    long bytes() {
        return capacity * BYTES_PER_POINT + lengths.length * BYTES_PER_SLOT;
    }

    void clear(int slot) {
        lengths[slot] = 0;
    }

    /// Those that have points, in order of their slots. The rows are empty then.
    List<Series> take() {
        var series = new ArrayList<Series>();
        for (int slot = 0; slot < lengths.length; slot++) {
            if (lengths[slot] > 0) {
                series.add(
                        new Series(
                                keys.get(slot),
                                trimmed(times[slot], lengths[slot]),
                                trimmed(values[slot], lengths[slot])));
            }
            times[slot] = NO_TIMES;
            values[slot] = NO_VALUES;
            lengths[slot] = 0;
        }
        return series;
    }

    private static long[] trimmed(long[] array, int length) {
        return array.length == length ? array : Arrays.copyOf(array, length);
    }

    private static double[] trimmed(double[] array, int length) {
        return array.length == length ? array : Arrays.copyOf(array, length);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The samples of one series after the other. Reads those that stand in a row as nearly every sender writes them, value and
/// time, right where they lie; whoever finds another form reads it field by field.
final class Samples {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SAMPLE = 18;
    private static final int VALUE = 9;
    private static final int TIMESTAMP = 16;

    /// Bytes of a sample behind its length: a time of one byte, or a value and a time of ten.
    private static final int SHORTEST = 2;

    private static final int LONGEST = 20;

    private long[] times = new long[64];
    private double[] values = new double[64];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

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

    /// @param start of the first sample's length
    /// @param end of the series
    /// @return where the last sample ends that was read; the start when the first one is written in another way
    int readPlain(byte[] body, int start, int end) {
        int read = start;
        int next = readOne(body, start, end);
        while (next >= 0) {
            read = next;
            next = read < end && body[read] == SAMPLE ? readOne(body, read + 1, end) : -1;
        }
        return read;
    }

    /// @return where it ends, -1 when it is written in another way
    private int readOne(byte[] body, int start, int end) {
        int size = start < end ? body[start] : 0;
        int stop = start + 1 + size;
        if (size < SHORTEST || size > LONGEST || stop > end) {
            return -1;
        }
        int at = start + 1;
        double value = 0;
        if (body[at] == VALUE && size > Double.BYTES + 2) {
            // The bits as they are: a staleness marker is a NaN with bits of its own.
            value = Double.longBitsToDouble((long) LONGS.get(body, at + 1));
            at += Double.BYTES + 1;
        }
        return body[at] == TIMESTAMP ? readTime(body, at + 1, stop, value) : -1;
    }

    private int readTime(byte[] body, int start, int stop, double value) {
        long time = 0;
        int shift = 0;
        for (int at = start; at < stop && shift < Long.SIZE; at++) {
            byte part = body[at];
            time |= (part & 0x7fL) << shift;
            shift += 7;
            if (part >= 0) {
                if (at + 1 < stop) {
                    return -1;
                }
                add(time, value);
                return stop;
            }
        }
        return -1;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.recent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The points of one series within one hour, in order of arrival, each in one byte to twelve.
///
/// A point begins with a byte that says how the rest is written. Its two upper bits are the number of bytes by which the
/// step from the time before differs from the step before that: none for samples that come at a fixed interval. The six
/// lower bits say how the value is written: as the one before; as a difference in thousandths from the last value that
/// was written so, which suits counters and what people round; or as the bytes in which it differs from the value before,
/// by how many zero bytes follow them and how many they are. Every bit of every value comes back.
///
/// One thread adds; what it has added does not move or change, so a [Snapshot] stays whole without a lock.
final class PackedPoints {
    /// What an empty one takes beside its bytes: itself and the head of its array.
    static final int OVERHEAD = 88;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FIRST_CAPACITY = 48;
    private static final int LONGEST_POINT = 12;
    private static final int SLACK = LONGEST_POINT + Long.BYTES;
    private static final int VALUE_BITS = 6;
    private static final int VALUE_MASK = (1 << VALUE_BITS) - 1;
    private static final int SAME = 57;
    private static final int DECIMAL_BYTES = 4;
    private static final double DECIMALS = 1_000;
    private static final double LARGEST_DECIMAL = 1e12;

    private final long start;
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int length;
    private int count;
    private boolean isOrdered = true;
    private long time;
    private long step;
    private long bits;
    private long decimal;

    /// What was there at one moment. Reads from the first point on, once.
    ///
    /// @param start epoch milliseconds at which the hour begins
    /// @param isOrdered whether every time is after the one before
    record Snapshot(byte[] bytes, int count, long start, boolean isOrdered) {}

    /// @param start epoch milliseconds at which the hour begins
    PackedPoints(long start) {
        this.start = start;
        this.time = start;
    }

    Snapshot snapshot() {
        return new Snapshot(bytes, count, start, isOrdered);
    }

    int capacity() {
        return bytes.length;
    }

    /// @param at within the hour
    void add(long at, double value) {
        if (length + SLACK > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length + bytes.length / 2);
        }
        isOrdered = isOrdered && (count == 0 || at > time);
        int control = length++;
        long change = at - time - step;
        int timeBytes = signedBytes(change);
        write(change, timeBytes);
        step = at - time;
        time = at;
        bytes[control] = (byte) (timeBytes << VALUE_BITS | addValue(value));
        count++;
    }

    private int addValue(double value) {
        long now = Double.doubleToRawLongBits(value);
        long changed = now ^ bits;
        bits = now;
        if (changed == 0) {
            return SAME;
        }
        int zeros = Long.numberOfTrailingZeros(changed) >>> 3;
        int changedBytes = Long.BYTES - zeros - (Long.numberOfLeadingZeros(changed) >>> 3);
        if (isDecimal(value, now)) {
            long thousandths = thousandths(value);
            int decimalBytes = Math.max(1, signedBytes(thousandths - decimal));
            if (decimalBytes <= Math.min(DECIMAL_BYTES, changedBytes)) {
                write(thousandths - decimal, decimalBytes);
                decimal = thousandths;
                return SAME + decimalBytes;
            }
        }
        write(changed >>> (zeros << 3), changedBytes);
        return zeros << 3 | (changedBytes - 1);
    }

    private static boolean isDecimal(double value, long bits) {
        return Math.abs(value) < LARGEST_DECIMAL
                && Double.doubleToRawLongBits(thousandths(value) / DECIMALS) == bits;
    }

    private static long thousandths(double value) {
        return (long) Math.rint(value * DECIMALS);
    }

    private void write(long number, int size) {
        LONGS.set(bytes, length, number);
        length += size;
    }

    private static int signedBytes(long number) {
        long magnitude = number ^ (number >> (Long.SIZE - 1));
        return number == 0 ? 0 : (Long.SIZE + 8 - Long.numberOfLeadingZeros(magnitude)) >>> 3;
    }

    /// Writes the points of `(from, to]` into arrays that have room for all.
    ///
    /// @return how many there are
    static int unpack(Snapshot packed, long from, long to, Unpacked into) {
        long[] times = into.times();
        double[] values = into.values();
        byte[] bytes = packed.bytes();
        long time = packed.start();
        long step = 0;
        long bits = 0;
        long decimal = 0;
        int at = 0;
        int length = 0;
        for (int point = 0; point < packed.count(); point++) {
            int control = bytes[at++];
            int timeBytes = control >>> VALUE_BITS & 3;
            if (timeBytes > 0) {
                step += signed(bytes, at, timeBytes);
                at += timeBytes;
            }
            time += step;
            int code = control & VALUE_MASK;
            if (code < SAME) {
                int size = (code & 7) + 1;
                bits ^= unsigned(bytes, at, size) << (code >>> 3 << 3);
                at += size;
            } else if (code > SAME) {
                decimal += signed(bytes, at, code - SAME);
                bits = Double.doubleToRawLongBits(decimal / DECIMALS);
                at += code - SAME;
            }
            if (time > from && time <= to) {
                times[length] = time;
                values[length++] = Double.longBitsToDouble(bits);
            }
        }
        return length;
    }

    private static long signed(byte[] bytes, int at, int size) {
        int unused = Long.SIZE - (size << 3);
        return (long) LONGS.get(bytes, at) << unused >> unused;
    }

    private static long unsigned(byte[] bytes, int at, int size) {
        int unused = Long.SIZE - (size << 3);
        return (long) LONGS.get(bytes, at) << unused >>> unused;
    }
}

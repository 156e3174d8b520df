// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.xerial.snappy.Snappy;

/// A body of remote write 1.0, put together by hand so that the sender costs little beside what is measured.
public final class WriteBody {
    private static final int LENGTH_DELIMITED_1 = 10;
    private static final int LENGTH_DELIMITED_2 = 18;
    private static final int VALUE = 9;
    private static final int TIME = 16;
    private static final int VALUE_BYTES = 9;

    private byte[] bytes = new byte[1 << 16];
    private int length;

    /// The labels of a series as they stand in every body; make them once per series.
    public static byte[] labels(String metric, Map<String, String> labels) {
        var body = new WriteBody();
        body.label("__name__", metric);
        labels.forEach(body::label);
        return Arrays.copyOf(body.bytes, body.length);
    }

    /// @param times epoch milliseconds
    public WriteBody add(byte[] labels, long[] times, double[] values) {
        int size = labels.length;
        for (long time : times) {
            size += 2 + VALUE_BYTES + 1 + varintBytes(time);
        }
        varint(LENGTH_DELIMITED_1);
        varint(size);
        raw(labels);
        for (int i = 0; i < times.length; i++) {
            varint(LENGTH_DELIMITED_2);
            varint(VALUE_BYTES + 1 + varintBytes(times[i]));
            varint(VALUE);
            fixed(Double.doubleToRawLongBits(values[i]));
            varint(TIME);
            varint(times[i]);
        }
        return this;
    }

    /// The body as a snappy block.
    public byte[] packed() throws IOException {
        var packed = new byte[Snappy.maxCompressedLength(length)];
        int size = Snappy.compress(bytes, 0, length, packed, 0);
        return Arrays.copyOf(packed, size);
    }

    private void label(String name, String value) {
        var nameBytes = name.getBytes(UTF_8);
        var valueBytes = value.getBytes(UTF_8);
        varint(LENGTH_DELIMITED_1);
        varint(
                2
                        + varintBytes(nameBytes.length)
                        + nameBytes.length
                        + varintBytes(valueBytes.length)
                        + valueBytes.length);
        varint(LENGTH_DELIMITED_1);
        varint(nameBytes.length);
        raw(nameBytes);
        varint(LENGTH_DELIMITED_2);
        varint(valueBytes.length);
        raw(valueBytes);
    }

    private void varint(long number) {
        room(10);
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    private void fixed(long bits) {
        room(Long.BYTES);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            bytes[length++] = (byte) (bits >>> shift);
        }
    }

    private void raw(byte[] part) {
        room(part.length);
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private static int varintBytes(long number) {
        return (Long.SIZE - Long.numberOfLeadingZeros(number | 1) + 6) / 7;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import dev.sextant.telemetry.SeriesKey;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Series by the bytes that name them in a body, for one tenant. A sender writes a series' labels the same way each time, so
/// that all but its first request find the key here and make no strings. Holds two generations, each bounded in
/// series and in bytes: the older one is dropped when the younger is full. Series of very many labels are not held, since most
/// likely they will not be admitted.
final class SeriesNames {
    /// 160 bytes for each of the series that a generation holds: more than real labels need on average.
    private static final int BYTES_PER_SERIES = 160;

    private static final int LONGEST = 8_192;

    private final int maxPerGeneration;
    private final AtomicLong youngBytes = new AtomicLong();
    private final StringPool strings = new StringPool();
    private volatile ConcurrentHashMap<Spelling, SeriesKey> young = new ConcurrentHashMap<>();
    private volatile ConcurrentHashMap<Spelling, SeriesKey> old = new ConcurrentHashMap<>();

    SeriesNames(int maxPerGeneration) {
        this.maxPerGeneration = maxPerGeneration;
    }

    @Nullable SeriesKey find(Spelling spelling) {
        var key = young.get(spelling);
        if (key != null) {
            return key;
        }
        key = old.get(spelling);
        if (key != null) {
            put(spelling, key);
        }
        return key;
    }

    void put(Spelling spelling, SeriesKey key) {
        int length = spelling.to() - spelling.from();
        if (length > LONGEST) {
            return;
        }
        if (isFull()) {
            turn();
        }
        if (young.put(spelling.copy(), key) == null) {
            youngBytes.addAndGet(length);
        }
    }

    /// Texts that come back often, such as label names, once each.
    StringPool strings() {
        return strings;
    }

    long size() {
        return young.mappingCount() + old.mappingCount();
    }

    private synchronized void turn() {
        if (isFull()) {
            old = young;
            young = new ConcurrentHashMap<>();
            youngBytes.set(0);
        }
    }

    private boolean isFull() {
        return young.mappingCount() >= maxPerGeneration
                || youngBytes.get() >= (long) maxPerGeneration * BYTES_PER_SERIES;
    }

    /// A range of bytes that equals another range with the same bytes. May be moved to another range as long as it is not
    /// a key of a map; maps get copies.
    static final class Spelling {
        private static final VarHandle LONGS =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        private static final long FACTOR = 0x9E3779B97F4A7C15L;

        private byte[] bytes = new byte[0];
        private int from;
        private int to;
        private int hash;

        void moveTo(byte[] array, int start, int end) {
            bytes = array;
            from = start;
            to = end;
            hash = hash(array, start, end);
        }

        byte[] bytes() {
            return bytes;
        }

        int from() {
            return from;
        }

        int to() {
            return to;
        }

        Spelling copy() {
            var copy = new Spelling();
            copy.bytes = Arrays.copyOfRange(bytes, from, to);
            copy.to = to - from;
            copy.hash = hash;
            return copy;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Spelling that
                    && hash == that.hash
                    && Arrays.equals(bytes, from, to, that.bytes, that.from, that.to);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        private static int hash(byte[] array, int start, int end) {
            long mixed = end - start;
            int at = start;
            for (; at + Long.BYTES <= end; at += Long.BYTES) {
                mixed = Long.rotateLeft((mixed ^ (long) LONGS.get(array, at)) * FACTOR, 29);
            }
            for (; at < end; at++) {
                mixed = Long.rotateLeft((mixed ^ array[at]) * FACTOR, 29);
            }
            return Long.hashCode(mixed * FACTOR);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.sextant.ingest.wire.Message;
import java.io.IOException;
import java.util.Arrays;

/// The counts of an exponential histogram's buckets, packed or one by one.
final class Varints {
    private long[] numbers = new long[16];
    private int length;

    boolean read(int tag, int field, CodedInputStream in) throws IOException {
        if (tag == Message.varint(field)) {
            add(in.readRawVarint64());
            return true;
        }
        if (tag != Message.bytes(field)) {
            return false;
        }
        int outer = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
            add(in.readRawVarint64());
        }
        in.popLimit(outer);
        return true;
    }

    long[] all() {
        return Arrays.copyOf(numbers, length);
    }

    private void add(long number) throws IOException {
        if (length == ExponentialBuckets.MOST_SENT) {
            throw new InvalidProtocolBufferException(
                    "a histogram has more than %,d buckets"
                            .formatted(ExponentialBuckets.MOST_SENT));
        }
        if (length == numbers.length) {
            numbers = Arrays.copyOf(numbers, length * 2);
        }
        numbers[length++] = number;
    }
}

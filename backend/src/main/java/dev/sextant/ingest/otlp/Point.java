// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import static dev.sextant.ingest.wire.Message.bytes;
import static dev.sextant.ingest.wire.Message.fixed64;
import static dev.sextant.ingest.wire.Message.varint;

import com.google.protobuf.CodedInputStream;
import dev.sextant.ingest.otlp.ExponentialBuckets.Counts;
import dev.sextant.ingest.wire.Message;
import dev.sextant.telemetry.Labels;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// One data point, as it was sent.
final class Point {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int NO_RECORDED_VALUE = 1;

    private final Labels resource;
    private final Map<String, String> pairs = new HashMap<>();
    private long time;
    private long flags;
    private double value;
    private double sum = Double.NaN;
    private long count;
    private long[] buckets = {};
    private long[] bounds = {};
    private final Map<Double, Double> quantiles = new HashMap<>();

    private int scale;
    private long zeroCount;
    private double zeroThreshold;
    private Counts positive = Counts.NONE;
    private Counts negative = Counts.NONE;

    private Point(Labels resource) {
        this.resource = resource;
    }

    static Point number(Message message, Labels resource) throws IOException {
        var point = new Point(resource);
        message.fields((tag, in) -> point.readNumber(tag, in, message));
        return point;
    }

    static Point histogram(Message message, Labels resource) throws IOException {
        var point = new Point(resource);
        message.fields((tag, in) -> point.readHistogram(tag, in, message));
        return point;
    }

    static Point exponential(Message message, Labels resource) throws IOException {
        var point = new Point(resource);
        message.fields((tag, in) -> point.readExponential(tag, in, message));
        return point;
    }

    static Point summary(Message message, Labels resource) throws IOException {
        var point = new Point(resource);
        message.fields((tag, in) -> point.readSummary(tag, in, message));
        return point;
    }

    private boolean readNumber(int tag, CodedInputStream in, Message message) throws IOException {
        if (tag == fixed64(4)) {
            value = in.readDouble();
        } else if (tag == fixed64(6)) {
            value = in.readSFixed64();
        } else if (tag == bytes(7)) {
            Attributes.add(message.nested(in), pairs);
        } else if (tag == varint(8)) {
            flags = in.readRawVarint64();
        } else {
            return readTime(tag, in);
        }
        return true;
    }

    private boolean readHistogram(int tag, CodedInputStream in, Message message)
            throws IOException {
        if (tag == fixed64(4)) {
            count = in.readRawLittleEndian64();
        } else if (tag == fixed64(5)) {
            sum = in.readDouble();
        } else if (tag == bytes(6) || tag == fixed64(6)) {
            buckets = message.longs(tag, in, buckets);
        } else if (tag == bytes(7) || tag == fixed64(7)) {
            bounds = message.longs(tag, in, bounds);
        } else if (tag == bytes(9)) {
            Attributes.add(message.nested(in), pairs);
        } else if (tag == varint(10)) {
            flags = in.readRawVarint64();
        } else {
            return readTime(tag, in);
        }
        return true;
    }

    private boolean readExponential(int tag, CodedInputStream in, Message message)
            throws IOException {
        if (tag == bytes(1)) {
            Attributes.add(message.nested(in), pairs);
        } else if (tag == fixed64(4)) {
            count = in.readRawLittleEndian64();
        } else if (tag == fixed64(5)) {
            sum = in.readDouble();
        } else if (tag == varint(6)) {
            scale = in.readSInt32();
        } else if (tag == fixed64(7)) {
            zeroCount = in.readRawLittleEndian64();
        } else if (tag == bytes(8)) {
            positive = counts(message.nested(in));
        } else if (tag == bytes(9)) {
            negative = counts(message.nested(in));
        } else if (tag == varint(10)) {
            flags = in.readRawVarint64();
        } else if (tag == fixed64(14)) {
            zeroThreshold = in.readDouble();
        } else {
            return readTime(tag, in);
        }
        return true;
    }

    private static Counts counts(Message buckets) throws IOException {
        var offset = new int[1];
        var counts = new Varints();
        buckets.fields((tag, in) -> {
            if (tag == varint(1)) {
                offset[0] = in.readSInt32();
                return true;
            }
            return counts.read(tag, 2, in);
        });
        return new Counts(offset[0], counts.all());
    }

    private boolean readSummary(int tag, CodedInputStream in, Message message) throws IOException {
        if (tag == fixed64(4)) {
            count = in.readRawLittleEndian64();
        } else if (tag == fixed64(5)) {
            sum = in.readDouble();
        } else if (tag == bytes(6)) {
            readQuantile(message.nested(in));
        } else if (tag == bytes(7)) {
            Attributes.add(message.nested(in), pairs);
        } else if (tag == varint(8)) {
            flags = in.readRawVarint64();
        } else {
            return readTime(tag, in);
        }
        return true;
    }

    private void readQuantile(Message message) throws IOException {
        var pair = new double[2];
        message.fields((tag, in) -> {
            if (tag == fixed64(1) || tag == fixed64(2)) {
                pair[(tag >> 3) - 1] = in.readDouble();
                return true;
            }
            return false;
        });
        quantiles.put(pair[0], pair[1]);
    }

    private boolean readTime(int tag, CodedInputStream in) throws IOException {
        if (tag != fixed64(3)) {
            return false;
        }
        time = Long.divideUnsigned(in.readRawLittleEndian64(), NANOS_PER_MILLI);
        return true;
    }

    /// The point's own with the resource's; a point without any shares the resource's.
    Labels labels() {
        if (pairs.isEmpty()) {
            return resource;
        }
        var all = new HashMap<>(resource.asMap());
        all.putAll(pairs);
        return Labels.of(all);
    }

    /// How many labels are made for this point alone.
    int ownLabels() {
        return pairs.isEmpty() ? 0 : pairs.size() + resource.size();
    }

    /// Epoch milliseconds.
    long time() {
        return time;
    }

    boolean isMissing() {
        return (flags & NO_RECORDED_VALUE) != 0;
    }

    double value() {
        return value;
    }

    /// NaN when the sender kept no sum.
    double sum() {
        return sum;
    }

    long count() {
        return count;
    }

    /// How many values each bucket holds, for itself.
    long[] buckets() {
        return buckets;
    }

    /// The upper bounds of all buckets but the last.
    double[] bounds() {
        var doubles = new double[bounds.length];
        for (int at = 0; at < bounds.length; at++) {
            doubles[at] = Double.longBitsToDouble(bounds[at]);
        }
        return doubles;
    }

    int scale() {
        return scale;
    }

    long zeroCount() {
        return zeroCount;
    }

    double zeroThreshold() {
        return zeroThreshold;
    }

    Counts positive() {
        return positive;
    }

    Counts negative() {
        return negative;
    }

    Map<Double, Double> quantiles() {
        return quantiles;
    }
}

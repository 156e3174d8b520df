// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import static dev.sextant.ingest.wire.Message.bytes;
import static dev.sextant.ingest.wire.Message.fixed64;
import static dev.sextant.ingest.wire.Message.varint;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.ReadSize;
import dev.sextant.ingest.admission.Refusals;
import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.ingest.naming.Names;
import dev.sextant.ingest.naming.Units;
import dev.sextant.ingest.wire.Message;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one {@code io.prometheus.write.v2.Request} (remote write 2.0) without generated classes. Numbers are fields of
/// its messages. Exemplars and start times are passed over.
final class Request2Reader {
    private final byte[] body;
    private final SymbolTable symbols;
    private final Refusals refusals = new Refusals();
    private final List<Series> series = new ArrayList<>();
    private final Set<MetricMetadata> metadata = new LinkedHashSet<>();
    private final ReadSize size = new ReadSize();
    private int seriesRead;
    private int[] refs = new int[64];
    private int refCount;
    private long[] times = new long[64];
    private double[] values = new double[64];
    private int samples;
    private int histograms;

    Request2Reader(byte[] body) {
        this.body = body;
        this.symbols = new SymbolTable(body);
    }

    Payload read() throws BodyFaultException {
        var request = Message.whole(body);
        try {
            // The symbols first: the format promises no order.
            request.fields((tag, in) -> {
                if (tag == bytes(4)) {
                    symbols.add(in);
                    return true;
                }
                return isWrong(tag, 4);
            });
            request.each(5, this::readSeries);
            size.check();
        } catch (IOException fault) {
            throw BodyFaultException.malformed(
                    "the body is not a Request of remote write 2.0: %s, in time series %d"
                            .formatted(Faults.plain(fault), seriesRead + 1));
        }
        return new Payload(series, List.copyOf(metadata), refusals);
    }

    private void readSeries(Message message) throws IOException {
        refCount = 0;
        samples = 0;
        histograms = 0;
        var about = new Message[1];
        message.fields((tag, in) -> {
            if (tag == bytes(1) || tag == varint(1)) {
                readRefs(tag, in);
            } else if (tag == bytes(2)) {
                readSample(message.nested(in));
            } else if (tag == bytes(3)) {
                message.nested(in);
                histograms++;
            } else if (tag == bytes(5)) {
                about[0] = message.nested(in);
            } else {
                return isWrong(tag, 1, 2, 3, 5);
            }
            return true;
        });
        if (size.fitsSeries(refCount / 2)) {
            finish(about[0]);
        }
        seriesRead++;
    }

    private void readRefs(int tag, CodedInputStream in) throws IOException {
        if (tag == varint(1)) {
            addRef(in.readRawVarint32());
            return;
        }
        int outer = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
            addRef(in.readRawVarint32());
        }
        in.popLimit(outer);
    }

    private void addRef(int ref) {
        if (refCount == refs.length) {
            refs = Arrays.copyOf(refs, refCount * 2);
        }
        refs[refCount++] = ref;
    }

    private void readSample(Message sample) throws IOException {
        if (samples == times.length) {
            times = Arrays.copyOf(times, samples * 2);
            values = Arrays.copyOf(values, samples * 2);
        }
        times[samples] = 0;
        values[samples] = 0;
        sample.fields((tag, in) -> {
            if (tag == fixed64(1)) {
                // The bits as they are: a staleness marker is a NaN with bits of its own.
                values[samples] = Double.longBitsToDouble(in.readRawLittleEndian64());
            } else if (tag == varint(2)) {
                times[samples] = in.readRawVarint64();
            } else {
                return isWrong(tag, 1, 2);
            }
            return true;
        });
        samples++;
    }

    private void finish(@Nullable Message about) throws IOException {
        var key = key(samples + histograms);
        if (key == null) {
            return;
        }
        if (histograms > 0) {
            refusals.add(
                    Reason.NATIVE_HISTOGRAM,
                    histograms,
                    () -> key + " is a native histogram; send classic histograms");
        }
        if (samples > 0) {
            series.add(
                    new Series(key, Arrays.copyOf(times, samples), Arrays.copyOf(values, samples)));
        }
        if (about != null) {
            readMetadata(about, key.metric());
        }
    }

    private @Nullable SeriesKey key(int count) throws IOException {
        if (refCount % 2 != 0) {
            throw new InvalidProtocolBufferException("a label has a name but no value");
        }
        var pairs = new HashMap<String, String>();
        for (int at = 0; at < refCount; at += 2) {
            var name = symbols.get(refs[at]);
            if (pairs.put(name, symbols.get(refs[at + 1])) != null) {
                refusals.add(
                        Reason.DUPLICATE_LABEL,
                        count,
                        () -> "label " + name + " stands twice in " + Labels.of(pairs));
                return null;
            }
        }
        var metric = pairs.remove(LabelsReader.METRIC_NAME);
        if (metric == null || metric.isBlank()) {
            refusals.add(
                    Reason.NO_METRIC_NAME,
                    count,
                    () -> "no label " + LabelsReader.METRIC_NAME + " in " + Labels.of(pairs));
            return null;
        }
        return new SeriesKey(metric, Labels.of(pairs));
    }

    private void readMetadata(Message message, String metric) throws IOException {
        var numbers = new int[5];
        message.fields((tag, in) -> {
            if (tag == varint(1) || tag == varint(3) || tag == varint(4)) {
                numbers[tag >> 3] = in.readRawVarint32();
                return true;
            }
            return isWrong(tag, 1, 3, 4);
        });
        var type = MetricTypes.of(numbers[1]);
        var family = family(metric, type);
        var help = symbols.get(numbers[3]);
        var unit = symbols.get(numbers[4]);
        if (Names.isMetric(family) && (type != Type.UNKNOWN || !help.isEmpty())) {
            metadata.add(new MetricMetadata(family, type, Units.ucum(unit, family), help));
        }
    }

    /// What all parts of a histogram or summary are described under.
    private static String family(String metric, Type type) {
        if (type == Type.HISTOGRAM || type == Type.SUMMARY) {
            for (var part : List.of("_bucket", "_sum", "_count")) {
                if (metric.endsWith(part)) {
                    return metric.substring(0, metric.length() - part.length());
                }
            }
        }
        return metric;
    }

    /// @return false, for a field that is not known; one that is known can only be here for its wire type
    private static boolean isWrong(int tag, int... known) throws IOException {
        for (int field : known) {
            if (tag >>> 3 == field) {
                throw new InvalidProtocolBufferException(
                        "field %d has wire type %d, which it must not have"
                                .formatted(field, tag & 7));
            }
        }
        return false;
    }
}

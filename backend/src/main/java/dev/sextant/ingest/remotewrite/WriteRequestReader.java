// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.ReadSize;
import dev.sextant.ingest.admission.Refusals;
import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.ingest.naming.Names;
import dev.sextant.ingest.naming.Units;
import dev.sextant.ingest.remotewrite.SeriesNames.Spelling;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads one {@code prometheus.WriteRequest} (remote write 1.0), without generated classes: for a series that is known by
/// its bytes nothing is made but its times and values. A field that is known must have its wire type; unknown fields are
/// skipped. Numbers are the message's tags: field number times 8 plus wire type.
final class WriteRequestReader {
    private static final int TIME_SERIES = 10;
    private static final int METADATA = 26;
    private static final int LABEL = 10;
    private static final int SAMPLE = 18;
    private static final int HISTOGRAM = 34;
    private static final int VALUE = 9;
    private static final int TIMESTAMP = 16;
    private static final int TYPE = 8;
    private static final int FAMILY = 18;
    private static final int HELP = 34;
    private static final int UNIT = 42;

    private final byte[] body;
    private final CodedInputStream in;
    private final SeriesNames names;
    private final Refusals refusals = new Refusals();
    private final ReadSize size = new ReadSize();
    private final LabelsReader labels;
    private final List<Series> series = new ArrayList<>();
    private final List<MetricMetadata> metadata = new ArrayList<>();
    private final Spelling spelling = new Spelling();

    private final Samples samples = new Samples();
    private int histograms;
    private int seriesRead;
    private int labelsFrom;
    private int labelsTo;
    private byte @Nullable [] scattered;

    WriteRequestReader(byte[] body, SeriesNames names) {
        this.body = body;
        this.in = CodedInputStream.newInstance(body);
        this.names = names;
        this.labels = new LabelsReader(names.strings(), refusals);
    }

    Payload read() throws BodyFaultException {
        try {
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                switch (tag) {
                    case TIME_SERIES -> readTimeSeries();
                    case METADATA -> readMetadata();
                    default -> skipInRequest(tag);
                }
            }
        } catch (IOException fault) {
            throw BodyFaultException.malformed(
                    "the body is not a WriteRequest of remote write 1.0: %s, at byte %d of %d, in %s"
                            .formatted(
                                    Faults.plain(fault),
                                    in.getTotalBytesRead(),
                                    body.length,
                                    where()));
        }
        size.check();
        return new Payload(series, metadata, refusals);
    }

    private void readTimeSeries() throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        if (in.getBytesUntilLimit() > body.length - in.getTotalBytesRead()) {
            throw new InvalidProtocolBufferException("the time series ends unexpectedly");
        }
        samples.clear();
        histograms = 0;
        labelsFrom = 0;
        labelsTo = 0;
        scattered = null;
        int at = in.getTotalBytesRead();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case LABEL -> {
                    in.skipRawBytes(in.readRawVarint32());
                    noteLabel(at, in.getTotalBytesRead());
                }
                case SAMPLE -> {
                    if (!readPlainSamples(in.getTotalBytesRead())) {
                        readSample();
                    }
                }
                case HISTOGRAM -> {
                    in.skipRawBytes(in.readRawVarint32());
                    histograms++;
                }
                default -> skip(tag, 4, "time series");
            }
            at = in.getTotalBytesRead();
        }
        in.popLimit(outer);
        finishSeries();
        seriesRead++;
    }

    /// Labels stand together in what senders write, but the format lets other fields stand between them.
    private void noteLabel(int from, int to) {
        if (labelsTo == 0) {
            labelsFrom = from;
        } else if (labelsTo != from || scattered != null) {
            var before =
                    scattered == null ? Arrays.copyOfRange(body, labelsFrom, labelsTo) : scattered;
            var all = Arrays.copyOf(before, before.length + to - from);
            System.arraycopy(body, from, all, before.length, to - from);
            scattered = all;
        }
        labelsTo = to;
    }

    /// @return false when the sample there is written in an unusual way
    private boolean readPlainSamples(int start) throws IOException {
        int read = samples.readPlain(body, start, start + in.getBytesUntilLimit());
        in.skipRawBytes(read - start);
        return read > start;
    }

    private void readSample() throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        double value = 0;
        long time = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                // The bits as they are: a staleness marker is a NaN with bits of its own.
                case VALUE -> value = Double.longBitsToDouble(in.readRawLittleEndian64());
                case TIMESTAMP -> time = in.readRawVarint64();
                default -> skip(tag, 2, "sample");
            }
        }
        in.popLimit(outer);
        samples.add(time, value);
    }

    private void finishSeries() throws IOException {
        if (samples.length() + histograms == 0 || !size.fitsSeries(0)) {
            return;
        }
        var key = key(samples.length() + histograms);
        if (key == null) {
            return;
        }
        if (histograms > 0) {
            refusals.add(
                    Reason.NATIVE_HISTOGRAM,
                    histograms,
                    () -> key + " is a native histogram; send classic histograms");
        }
        if (samples.length() > 0) {
            series.add(samples.of(key));
        }
    }

    private @Nullable SeriesKey key(int count) throws IOException {
        if (scattered == null) {
            spelling.moveTo(body, labelsFrom, labelsTo);
        } else {
            spelling.moveTo(scattered, 0, scattered.length);
        }
        var key = names.find(spelling);
        if (key == null) {
            key = labels.read(spelling, count);
            if (key != null && size.fitsSeries(key.labels().size())) {
                names.put(spelling, key);
            }
        }
        return key;
    }

    private void readMetadata() throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        int type = 0;
        var family = "";
        var help = "";
        var unit = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case TYPE -> type = in.readEnum();
                case FAMILY -> family = in.readStringRequireUtf8();
                case HELP -> help = in.readStringRequireUtf8();
                case UNIT -> unit = in.readStringRequireUtf8();
                default -> skip(tag, 5, "metadata");
            }
        }
        in.popLimit(outer);
        if (Names.isMetric(family)) {
            metadata.add(
                    new MetricMetadata(
                            family, MetricTypes.of(type), Units.ucum(unit, family), help));
        }
    }

    private void skipInRequest(int tag) throws IOException, BodyFaultException {
        int field = WireFormat.getTagFieldNumber(tag);
        if (field == 4 || field == 5) {
            throw BodyFaultException.unsupported(RemoteWriteFormat.SAYS_VERSION_1);
        }
        if (field == 1) {
            throw wrongType(tag, "request");
        }
        skip(tag, 3, "request");
    }

    /// @param known fields up to this number are known, so that one of them can only be here for its wire type
    private void skip(int tag, int known, String message) throws IOException {
        int field = WireFormat.getTagFieldNumber(tag);
        boolean isExemplar = tag == METADATA && known == 4;
        boolean isReserved = field == 2 && known == 3;
        boolean isGap = field == 3 && known == 5;
        if (field <= known && !isExemplar && !isReserved && !isGap) {
            throw wrongType(tag, message);
        }
        if (!in.skipField(tag)) {
            throw new InvalidProtocolBufferException("a group ends that did not begin");
        }
    }

    private static InvalidProtocolBufferException wrongType(int tag, String message) {
        return new InvalidProtocolBufferException(
                "field %d of a %s has wire type %d, which it must not have"
                        .formatted(
                                WireFormat.getTagFieldNumber(tag),
                                message,
                                WireFormat.getTagWireType(tag)));
    }

    private String where() {
        var place = new StringBuilder("time series " + (seriesRead + 1));
        if (labelsTo > labelsFrom && scattered == null) {
            spelling.moveTo(body, labelsFrom, labelsTo);
            try {
                var key = new LabelsReader(names.strings(), new Refusals()).read(spelling, 0);
                place.append(key == null ? "" : " (" + key + ")");
            } catch (IOException unreadable) {
                place.append(" (its labels can't be read)");
            }
        }
        return place.append(samples.length() > 0 ? ", after sample " + samples.length() : "")
                .toString();
    }
}

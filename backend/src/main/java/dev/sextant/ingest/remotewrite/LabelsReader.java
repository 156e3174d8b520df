// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.sextant.ingest.admission.Refusals;
import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.ingest.remotewrite.SeriesNames.Spelling;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import java.io.IOException;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// Reads the label messages of one time series, for series that were not seen before.
final class LabelsReader {
    static final String METRIC_NAME = "__name__";

    private static final int NAME = 10;
    private static final int VALUE = 18;

    private final StringPool strings;
    private final Refusals refusals;

    LabelsReader(StringPool strings, Refusals refusals) {
        this.strings = strings;
        this.refusals = refusals;
    }

    /// The key, or null when these labels name no series; then the samples are counted as refused.
    @Nullable SeriesKey read(Spelling spelling, int samples) throws IOException {
        var in =
                CodedInputStream.newInstance(
                        spelling.bytes(), spelling.from(), spelling.to() - spelling.from());
        var pairs = new HashMap<String, String>();
        while (!in.isAtEnd()) {
            in.readTag();
            int outer = in.pushLimit(in.readRawVarint32());
            var duplicate = readPair(in, pairs);
            in.popLimit(outer);
            if (duplicate != null) {
                refusals.add(
                        Reason.DUPLICATE_LABEL,
                        samples,
                        () -> "label " + duplicate + " stands twice in " + Labels.of(pairs));
                return null;
            }
        }
        var metric = pairs.remove(METRIC_NAME);
        if (metric == null || metric.isBlank()) {
            refusals.add(
                    Reason.NO_METRIC_NAME,
                    samples,
                    () -> "no label " + METRIC_NAME + " in " + Labels.of(pairs));
            return null;
        }
        return new SeriesKey(metric, Labels.of(pairs));
    }

    private @Nullable String readPair(CodedInputStream in, HashMap<String, String> pairs)
            throws IOException {
        var name = "";
        var value = "";
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (tag) {
                case NAME -> name = strings.pooled(in.readStringRequireUtf8());
                case VALUE -> value = strings.pooled(in.readStringRequireUtf8());
                default -> skip(in, tag);
            }
        }
        return pairs.put(name, value) == null ? null : name;
    }

    private static void skip(CodedInputStream in, int tag) throws IOException {
        int field = WireFormat.getTagFieldNumber(tag);
        if (field == 1 || field == 2) {
            throw new InvalidProtocolBufferException(
                    "a label's name or value has wire type "
                            + WireFormat.getTagWireType(tag)
                            + " instead of 2");
        }
        if (!in.skipField(tag)) {
            throw new InvalidProtocolBufferException("a label ends a group that it did not begin");
        }
    }
}

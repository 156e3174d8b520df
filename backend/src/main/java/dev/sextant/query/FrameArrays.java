// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sextant.query.FrameJson.SeriesJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/// An answer as arrays for programs: the length of a head in four bytes, the head as JSON, then of each series in the
/// head's order its times (64 bit integers) and its values (64 bit floats), all of it little-endian. The head is what
/// [FrameJson] shows, with the number of points in the place of times and values. Sides follow their row.
final class FrameArrays {
    /// The media type by which it is asked for.
    static final String MEDIA_TYPE = "application/vnd.sextant.series";

    private static final int CHUNK = 8_192;

    private final FrameJson frame;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(CHUNK * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    FrameArrays(FrameJson frame) {
        this.frame = frame;
    }

    void write(OutputStream out) throws IOException {
        var head = head();
        buffer.putInt(head.size());
        drain(out);
        head.writeTo(out);
        for (var series : frame.series()) {
            writePoints(series, out);
        }
    }

    private ByteArrayOutputStream head() throws IOException {
        var head = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(head)) {
            json.writeStartObject();
            json.writeArrayFieldStart("series");
            for (var series : frame.series()) {
                writeHead(series, json);
            }
            json.writeEndArray();
            var cost = frame.cost();
            json.writeObjectFieldStart("cost");
            json.writeNumberField("series", cost.series());
            json.writeNumberField("points", cost.points());
            json.writeNumberField("bytes", cost.bytes());
            json.writeNumberField("millis", cost.millis());
            json.writeEndObject();
            json.writeEndObject();
        }
        return head;
    }

    private static void writeHead(SeriesJson series, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("metric", series.metric());
        json.writeObjectFieldStart("labels");
        for (Map.Entry<String, String> label : series.labels().entrySet()) {
            json.writeStringField(label.getKey(), label.getValue());
        }
        json.writeEndObject();
        json.writeNumberField("points", series.times().length);
        if (!series.explain().isEmpty()) {
            json.writeStringField("explain", series.explain());
        }
        if (!series.sides().isEmpty()) {
            json.writeObjectFieldStart("sides");
            for (Map.Entry<String, SeriesJson> side : series.sides().entrySet()) {
                json.writeFieldName(side.getKey());
                writeHead(side.getValue(), json);
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writePoints(SeriesJson series, OutputStream out) throws IOException {
        long[] times = series.times();
        for (int start = 0; start < times.length; start += CHUNK) {
            int length = Math.min(CHUNK, times.length - start);
            buffer.asLongBuffer().put(times, start, length);
            buffer.position(length * Long.BYTES);
            drain(out);
        }
        double[] values = series.values();
        for (int start = 0; start < values.length; start += CHUNK) {
            int length = Math.min(CHUNK, values.length - start);
            buffer.asDoubleBuffer().put(values, start, length);
            buffer.position(length * Double.BYTES);
            drain(out);
        }
        for (var side : series.sides().values()) {
            writePoints(side, out);
        }
    }

    private void drain(OutputStream out) throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}

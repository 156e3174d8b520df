// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.sextant.query.FrameJson.SeriesJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An answer as arrays for programs: the length of a head in four bytes, the head as JSON, then of each series in the
/// head's order its times (64 bit integers) and its values (64 bit floats), all of it little-endian. The head is what
/// [FrameJson] shows, with the number of points in the place of times and values. Sides follow their row.
final class FrameArrays {
    /// The media type by which it is asked for.
    static final String MEDIA_TYPE = "application/vnd.sextant.series";

    private static final int BUFFER = 1 << 16;

    private final FrameJson frame;
    private final Map<String, SerializedString> names = new HashMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

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
        drain(out);
    }

    private Pieces head() throws IOException {
        var head = new Pieces();
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

    private void writeHead(SeriesJson series, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("metric", series.metric());
        json.writeObjectFieldStart("labels");
        for (Map.Entry<String, String> label : series.labels().entrySet()) {
            json.writeFieldName(names.computeIfAbsent(label.getKey(), SerializedString::new));
            json.writeString(label.getValue());
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
        for (long time : series.times()) {
            makeRoom(out);
            buffer.putLong(time);
        }
        for (double value : series.values()) {
            makeRoom(out);
            buffer.putDouble(value);
        }
        for (var side : series.sides().values()) {
            writePoints(side, out);
        }
    }

    private void makeRoom(OutputStream out) throws IOException {
        if (buffer.remaining() < Long.BYTES) {
            drain(out);
        }
    }

    private void drain(OutputStream out) throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /// Bytes that are counted before they leave, in pieces that are small enough to be cheap for the collector of garbage.
    private static final class Pieces extends OutputStream {
        private final List<byte[]> full = new ArrayList<>();
        private byte[] piece = new byte[BUFFER];
        private int length;

        int size() {
            return Math.addExact(Math.multiplyExact(full.size(), BUFFER), length);
        }

        void writeTo(OutputStream out) throws IOException {
            for (var bytes : full) {
                out.write(bytes);
            }
            out.write(piece, 0, length);
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            for (int done = 0; done < count; ) {
                if (length == BUFFER) {
                    full.add(piece);
                    piece = new byte[BUFFER];
                    length = 0;
                }
                int more = Math.min(count - done, BUFFER - length);
                System.arraycopy(bytes, offset + done, piece, length, more);
                length += more;
                done += more;
            }
        }
    }
}

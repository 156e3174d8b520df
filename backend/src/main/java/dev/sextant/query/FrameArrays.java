// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
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

    private static final byte[] METRIC = text("{\"metric\":");
    private static final byte[] LABELS = text(",\"labels\":");
    private static final byte[] POINTS = text(",\"points\":");

    private final QueryResult.Answer answer;
    private final Map<String, byte[]> names = new HashMap<>();
    private final Pieces head = new Pieces();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private int lastNumber = -1;
    private byte[] lastDigits = {};

    /// What stands beside rows, by their labels.
    private record Side(String name, Map<Labels, Series> rows, List<Side> sides) {
        static List<Side> of(Frame frame) {
            var sides = new ArrayList<Side>();
            frame.sides()
                    .forEach((name, side) -> sides.add(new Side(name, side.byLabels(), of(side))));
            return sides;
        }
    }

    FrameArrays(QueryResult.Answer answer) {
        this.answer = answer;
    }

    void write(OutputStream out) throws IOException {
        var frame = answer.frame();
        var sides = Side.of(frame);
        writeHead(frame, sides);
        buffer.putInt(head.size());
        drain(out);
        head.writeTo(out);
        for (var row : frame.series()) {
            writePoints(row, sides, out);
        }
        drain(out);
    }

    private void writeHead(Frame frame, List<Side> sides) {
        head.write(text("{\"series\":["));
        boolean isFirst = true;
        for (var row : frame.series()) {
            if (!isFirst) {
                head.write(',');
            }
            isFirst = false;
            writeHead(row, sides, frame.explanations());
        }
        var cost = answer.cost();
        head.write(
                text(
                        "],\"cost\":{\"series\":%d,\"points\":%d,\"bytes\":%d,\"millis\":%d}}"
                                .formatted(
                                        cost.series(),
                                        cost.points(),
                                        cost.bytes(),
                                        cost.millis())));
    }

    private void writeHead(Series row, List<Side> sides, Map<Labels, String> explanations) {
        var labels = row.key().labels();
        head.write(METRIC);
        head.write(names.computeIfAbsent(row.key().metric(), FrameArrays::quoted));
        head.write(LABELS);
        head.write(labels.json());
        head.write(POINTS);
        head.write(digits(row.length()));
        var explain = explanations.isEmpty() ? "" : explanations.getOrDefault(labels, "");
        if (!explain.isEmpty()) {
            head.write(text(",\"explain\":"));
            head.write(quoted(explain));
        }
        var separator = ",\"sides\":{";
        for (var side : sides) {
            var beside = side.rows().get(labels);
            if (beside != null) {
                head.write(text(separator));
                head.write(quoted(side.name()));
                head.write(':');
                writeHead(beside, side.sides(), Map.of());
                separator = ",";
            }
        }
        if (separator.length() == 1) {
            head.write('}');
        }
        head.write('}');
    }

    /// Rows of an answer have the same number of points as often as not.
    private byte[] digits(int number) {
        if (number != lastNumber) {
            lastNumber = number;
            lastDigits = text(Integer.toString(number));
        }
        return lastDigits;
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(US_ASCII);
    }

    private static byte[] quoted(String value) {
        var encoded = JsonStringEncoder.getInstance().quoteAsUTF8(value);
        return ByteBuffer.allocate(encoded.length + 2)
                .put((byte) '"')
                .put(encoded)
                .put((byte) '"')
                .array();
    }

    private void writePoints(Series series, List<Side> sides, OutputStream out) throws IOException {
        for (long time : series.times()) {
            makeRoom(out);
            buffer.putLong(time);
        }
        for (double value : series.values()) {
            makeRoom(out);
            buffer.putDouble(value);
        }
        for (var side : sides) {
            var beside = side.rows().get(series.key().labels());
            if (beside != null) {
                writePoints(beside, side.sides(), out);
            }
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
    private static final class Pieces {
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

        void write(char ascii) {
            if (length == BUFFER) {
                turn();
            }
            piece[length++] = (byte) ascii;
        }

        void write(byte[] bytes) {
            for (int done = 0; done < bytes.length; ) {
                if (length == BUFFER) {
                    turn();
                }
                int more = Math.min(bytes.length - done, BUFFER - length);
                System.arraycopy(bytes, done, piece, length, more);
                length += more;
                done += more;
            }
        }

        private void turn() {
            full.add(piece);
            piece = new byte[BUFFER];
            length = 0;
        }
    }
}

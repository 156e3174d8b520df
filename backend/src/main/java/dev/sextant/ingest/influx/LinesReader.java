// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.influx;

import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.SeriesGathering;
import dev.sextant.ingest.admission.Refusals;
import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.ingest.naming.Names;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads a body of lines. Each number of a line is a sample of the metric `measurement_field`, or of `measurement` when the
/// field is called `value`; tags are labels.
final class LinesReader {
    private static final int MOST_SHOWN = 120;

    private final byte[] body;
    private final Precision precision;
    private final long now;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final SeriesGathering series = new SeriesGathering();
    private final Map<String, SeriesKey> keys = new HashMap<>();
    private final Refusals refusals = new Refusals();
    private int number = 1;

    LinesReader(byte[] body, Precision precision, long now) {
        this.body = body;
        this.precision = precision;
        this.now = now;
    }

    /// @param extra labels that series get unless they have them
    Payload read(Map<String, String> extra) throws BodyFaultException {
        int start = 0;
        while (start < body.length && !series.isFull()) {
            int end = end(start);
            read(start, end, extra);
            for (int at = start; at <= end && at < body.length; at++) {
                number += body[at] == '\n' ? 1 : 0;
            }
            start = end + 1;
        }
        return new Payload(series.series(), List.of(), refusals);
    }

    /// Where the line's newline is. One within a text, which can only stand in the fields, does not end it.
    private int end(int start) {
        boolean isInFields = false;
        boolean isInText = false;
        for (int at = start; at < body.length; at++) {
            byte c = body[at];
            if (c == '\\') {
                at++;
            } else if (c == '\n' && !isInText) {
                return at;
            } else if (c == '"' && isInFields) {
                isInText = !isInText;
            } else if (c == ' ' && at > start && body[start] != '#') {
                isInFields = true;
            }
        }
        return body.length;
    }

    private void read(int start, int end, Map<String, String> extra) {
        String text = "";
        try {
            text = utf8.decode(ByteBuffer.wrap(body, start, end - start)).toString().strip();
            if (!text.isEmpty() && text.charAt(0) != '#') {
                add(LineReader.read(text), extra);
            }
        } catch (CharacterCodingException wrong) {
            refuse("not UTF-8", "");
        } catch (LineFaultException fault) {
            refuse(fault.detail(), text);
        }
    }

    private void refuse(String why, String text) {
        int line = number;
        refusals.add(
                Reason.MALFORMED_POINT,
                1,
                () -> "line %d: unable to parse '%s': %s".formatted(line, shown(text), why));
    }

    private void add(Line line, Map<String, String> extra) throws LineFaultException {
        long time = time(line);
        for (var field : line.fields()) {
            // As it was written, so that its labels are made once.
            var text = line.series() + '\n' + field.name();
            var key = keys.computeIfAbsent(text, _ -> key(line, field.name(), extra));
            series.add(key, time, field.value());
        }
    }

    private long time(Line line) throws LineFaultException {
        try {
            return line.time() == null ? now : precision.toMillis(line.time());
        } catch (ArithmeticException large) {
            throw new LineFaultException("bad timestamp");
        }
    }

    private static SeriesKey key(Line line, String field, Map<String, String> extra) {
        var labels = new TreeMap<>(extra);
        line.tags().forEach((name, value) -> labels.put(Names.label(name), value));
        var name = field.equals("value") ? line.measurement() : line.measurement() + "_" + field;
        return new SeriesKey(Names.metric(name), Labels.of(labels));
    }

    private static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}

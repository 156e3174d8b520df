// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.influx;

import dev.sextant.ingest.influx.Line.Field;
import dev.sextant.ingest.naming.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads one line: `measurement,tag=value field=1.5,other=2i 1700000000000000000`. A backslash takes the meaning from a
/// comma, blank or equals sign behind it, and within a text from a quote or backslash; before anything else it is itself.
final class LineReader {
    private static final char END = '\0';

    private final String line;
    private int at;

    private LineReader(String line) {
        this.line = line;
    }

    static Line read(String line) throws LineFaultException {
        return new LineReader(line).read();
    }

    private Line read() throws LineFaultException {
        var measurement = word(", ");
        if (measurement.isEmpty()) {
            throw new LineFaultException("missing measurement");
        }
        var tags = tags();
        var series = line.substring(0, at);
        skipBlanks();
        var fields = fields();
        skipBlanks();
        return new Line(series, measurement, tags, fields, time());
    }

    private Map<String, String> tags() throws LineFaultException {
        var tags = new TreeMap<String, String>();
        while (next() == ',') {
            at++;
            var name = word("=, ");
            if (name.isEmpty() || next() != '=') {
                throw new LineFaultException("missing tag " + (name.isEmpty() ? "key" : "value"));
            }
            at++;
            var value = word(", =");
            if (value.isEmpty() || next() == '=') {
                throw new LineFaultException(
                        value.isEmpty() ? "missing tag value" : "invalid tag format");
            }
            if (tags.put(name, value) != null) {
                throw new LineFaultException("duplicate tag " + name);
            }
        }
        return tags;
    }

    private List<Field> fields() throws LineFaultException {
        var fields = new ArrayList<Field>();
        do {
            var name = word("=, ");
            if (name.isEmpty() || next() != '=') {
                throw new LineFaultException(
                        name.isEmpty() ? "missing fields" : "missing field value");
            }
            at++;
            var value = next() == '"' ? text() : number(word(", "));
            if (value != null) {
                fields.add(new Field(name, value));
            }
        } while (comma());
        if (next() != ' ' && next() != END) {
            throw new LineFaultException("invalid field format");
        }
        return fields;
    }

    private boolean comma() {
        if (next() != ',') {
            return false;
        }
        at++;
        return true;
    }

    /// Texts are no samples: they are passed over.
    private @Nullable Double text() throws LineFaultException {
        at++;
        while (next() != '"') {
            if (at >= line.length()) {
                throw new LineFaultException("unbalanced quotes");
            }
            boolean isEscape = line.charAt(at) == '\\' && at + 1 < line.length();
            at += isEscape ? 2 : 1;
        }
        at++;
        return null;
    }

    private static Double number(String word) throws LineFaultException {
        switch (word) {
            case "t", "T", "true", "True", "TRUE":
                return 1.0;
            case "f", "F", "false", "False", "FALSE":
                return 0.0;
            case "":
                throw new LineFaultException("missing field value");
            default:
        }
        try {
            int last = word.length() - 1;
            return switch (word.charAt(last)) {
                case 'i' -> (double) Long.parseLong(word.substring(0, last));
                case 'u' -> unsigned(Long.parseUnsignedLong(word.substring(0, last)));
                default -> Numbers.decimal(word);
            };
        } catch (NumberFormatException wrong) {
            throw new LineFaultException("invalid number");
        }
    }

    private static double unsigned(long bits) {
        // Halved and doubled, with the lowest bit kept for rounding.
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    private @Nullable Long time() throws LineFaultException {
        var word = line.substring(at).strip();
        try {
            return word.isEmpty() ? null : Long.valueOf(word);
        } catch (NumberFormatException wrong) {
            throw new LineFaultException("bad timestamp");
        }
    }

    /// Up to one of the ends or the line's, without its escapes.
    private String word(String ends) {
        int start = at;
        StringBuilder plain = null;
        while (at < line.length() && ends.indexOf(line.charAt(at)) < 0) {
            char c = line.charAt(at);
            boolean isEscape =
                    c == '\\' && at + 1 < line.length() && ",= ".indexOf(line.charAt(at + 1)) >= 0;
            if (isEscape) {
                plain = plain == null ? new StringBuilder(line.substring(start, at)) : plain;
                at++;
            }
            if (plain != null) {
                plain.append(line.charAt(at));
            }
            at++;
        }
        return plain == null ? line.substring(start, at) : plain.toString();
    }

    private char next() {
        return at < line.length() ? line.charAt(at) : END;
    }

    private void skipBlanks() {
        while (next() == ' ') {
            at++;
        }
    }
}

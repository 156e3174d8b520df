// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.csv;

import dev.sextant.ingest.BodyFaultException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Rows of RFC 4180: cells between commas; a cell in quotes may hold commas, newlines and doubled quotes.
final class CsvRows {
    private static final int END = -1;

    private final PushbackReader in;
    private int line = 1;
    private int firstLine = 1;

    CsvRows(byte[] body) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        in = new PushbackReader(new InputStreamReader(new ByteArrayInputStream(body), decoder), 1);
    }

    /// Where the row that was read last begins, from 1.
    int line() {
        return firstLine;
    }

    /// The next row that is not empty; an empty list at the end.
    List<String> next() throws BodyFaultException {
        try {
            while (true) {
                firstLine = line;
                int first = in.read();
                if (first == END) {
                    return List.of();
                }
                in.unread(first);
                var row = row();
                if (row.size() > 1 || !row.getFirst().isEmpty()) {
                    return row;
                }
            }
        } catch (IOException wrong) {
            throw BodyFaultException.malformed("line %d is not UTF-8".formatted(line));
        }
    }

    private List<String> row() throws IOException, BodyFaultException {
        var cells = new ArrayList<String>();
        int last = ',';
        while (last == ',') {
            var cell = new StringBuilder();
            last = in.read();
            if (last == '"') {
                last = quoted(cell);
            } else {
                while (last != ',' && last != '\n' && last != END) {
                    cell.append((char) last);
                    last = in.read();
                }
            }
            cells.add(cell.toString().strip());
        }
        line++;
        return cells;
    }

    /// Reads behind the opening quote and returns what follows the closing one.
    private int quoted(StringBuilder cell) throws IOException, BodyFaultException {
        while (true) {
            int next = in.read();
            if (next == END) {
                throw BodyFaultException.malformed(
                        "line %d: a quote is opened and not closed".formatted(firstLine));
            }
            line += next == '\n' ? 1 : 0;
            if (next == '"') {
                next = in.read();
                if (next != '"') {
                    return behind(next);
                }
            }
            cell.append((char) next);
        }
    }

    private int behind(int next) throws IOException, BodyFaultException {
        int behind = next == '\r' ? in.read() : next;
        if (behind != ',' && behind != '\n' && behind != END) {
            throw BodyFaultException.malformed(
                    "line %d: only a comma may follow a closing quote".formatted(line));
        }
        return behind;
    }
}

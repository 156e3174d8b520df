// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads CSV as RFC 4180 has it: a first row of names, values in quotes where they hold commas, quotes or line ends.
final class CsvTable {
    private final String text;
    private int at;
    private int line = 1;

    private CsvTable(String text) {
        this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /// The rows by the names of their columns; empty values are left out.
    ///
    /// @throws IllegalArgumentException that names the line, when a row has more values than there are columns or a quote is
    ///     not closed
    static List<Map<String, String>> read(String csv) {
        var table = new CsvTable(csv);
        var names = table.row();
        var rows = new ArrayList<Map<String, String>>();
        while (table.at < table.text.length()) {
            int line = table.line;
            var values = table.row();
            if (values.size() > names.size()) {
                throw new IllegalArgumentException(
                        "line %d has %d values, but there are %d columns"
                                .formatted(line, values.size(), names.size()));
            }
            var row = new LinkedHashMap<String, String>();
            for (int column = 0; column < values.size(); column++) {
                if (!values.get(column).isEmpty()) {
                    row.put(names.get(column).strip(), values.get(column));
                }
            }
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// The words of a value, which semicolons part; null for none.
    static @Nullable List<String> words(@Nullable String value) {
        return value == null
                ? null
                : Arrays.stream(value.split(";"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private List<String> row() {
        var values = new ArrayList<String>();
        values.add(value());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            values.add(value());
        }
        endOfLine();
        return values;
    }

    private String value() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int opened = line;
        var value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            line += next == '\n' ? 1 : 0;
            if (next != '"') {
                value.append(next);
            } else if (at < text.length() && text.charAt(at) == '"') {
                value.append('"');
                at++;
            } else {
                return value.toString();
            }
        }
        throw new IllegalArgumentException(
                "line %d opens a quote that is not closed".formatted(opened));
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
            line++;
        } else if (at < text.length()) {
            throw new IllegalArgumentException(
                    "line %d has something behind a quoted value".formatted(line));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One operations KPI with labels point by point.
///
/// @param times of the points, in milliseconds since 1970, rising
/// @param values as many as times; NaN where there is none
/// @param labels true where people say that something is wrong
record KpiSeries(String name, long[] times, double[] values, boolean[] labels) {
    private static final Set<String> LABELS = Set.of("label", "anomaly", "is_anomaly");
    private static final Set<String> NAMES = Set.of("kpi id", "kpi_id", "series", "id");

    /// Epochs from here on are milliseconds, below it seconds.
    private static final double FIRST_MILLISECOND = 1e11;

    /// All labelled series of the folder's CSV files: a time in the first column (epoch or ISO 8601), the value in the next one, a
    /// column called label (or anomaly, is_anomaly), and one called KPI ID where a file has several series.
    static List<KpiSeries> readAll(Path folder) throws IOException {
        var result = new ArrayList<KpiSeries>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                if (file.getFileName().toString().endsWith(".csv")) {
                    result.addAll(read(file));
                }
            }
        }
        return result;
    }

    private static List<KpiSeries> read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var heads = cells(lines.isEmpty() ? "" : lines.getFirst());
        var label = column(heads, LABELS);
        if (label < 0) {
            return List.of();
        }
        var name = column(heads, NAMES);
        var value = 1;
        while (value == label || value == name) {
            value++;
        }
        var rows = new LinkedHashMap<String, List<Row>>();
        var plain = file.getFileName().toString().replaceFirst("\\.csv$", "");
        for (var line : lines.subList(1, lines.size())) {
            var cells = cells(line);
            if (cells.length > Math.max(value, label)) {
                var key = name < 0 ? plain : plain + "/" + cells[name];
                var row =
                        new Row(
                                time(cells[0]),
                                TcpdSuite.number(cells[value]),
                                TcpdSuite.number(cells[label]) > 0);
                rows.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
            }
        }
        return rows.entrySet().stream().map(one -> of(one.getKey(), one.getValue())).toList();
    }

    private static KpiSeries of(String name, List<Row> rows) {
        rows.sort(Comparator.comparingLong(Row::time));
        var labels = new boolean[rows.size()];
        for (var i = 0; i < labels.length; i++) {
            labels[i] = rows.get(i).label();
        }
        return new KpiSeries(
                name,
                rows.stream().mapToLong(Row::time).toArray(),
                rows.stream().mapToDouble(Row::value).toArray(),
                labels);
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.replace("\"", "").split(",", -1))
                .map(String::trim)
                .toArray(String[]::new);
    }

    private static int column(String[] heads, Set<String> names) {
        for (var i = 0; i < heads.length; i++) {
            if (names.contains(heads[i].toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }

    private static long time(String cell) throws IOException {
        try {
            if (cell.indexOf(':') < 0) {
                var epoch = Double.parseDouble(cell);
                return (long) (epoch < FIRST_MILLISECOND ? epoch * 1000 : epoch);
            }
            return cell.endsWith("Z")
                    ? Instant.parse(cell).toEpochMilli()
                    : LocalDateTime.parse(cell.replace(' ', 'T'))
                            .toInstant(ZoneOffset.UTC)
                            .toEpochMilli();
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IOException("no time in the first column: " + cell, e);
        }
    }

    private record Row(long time, double value, boolean label) {}
}

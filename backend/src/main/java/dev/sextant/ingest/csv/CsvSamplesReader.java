// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.csv;

import dev.sextant.ingest.BodyFaultException;
import dev.sextant.ingest.Payload;
import dev.sextant.ingest.SeriesGathering;
import dev.sextant.ingest.admission.Refusals;
import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.ingest.naming.Names;
import dev.sextant.ingest.naming.Numbers;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/// Reads a table of samples. A row that is wrong is refused by its line and the others are kept; a head that is wrong
/// spoils the whole.
final class CsvSamplesReader {
    private static final int MOST_SHOWN = 60;

    private final CsvRows rows;
    private final String metric;
    private final SeriesGathering series = new SeriesGathering();
    private final Refusals refusals = new Refusals();
    private List<String> columns = List.of();

    /// @param metric of all rows, when there is no column of that name
    CsvSamplesReader(byte[] body, String metric) {
        this.rows = new CsvRows(body);
        this.metric = metric;
    }

    Payload read() throws BodyFaultException {
        columns = head();
        for (var row = rows.next(); !row.isEmpty() && !series.isFull(); row = rows.next()) {
            add(row);
        }
        return new Payload(series.series(), List.of(), refusals);
    }

    private List<String> head() throws BodyFaultException {
        var names = rows.next();
        if (!names.isEmpty() && names.getFirst().startsWith("\uFEFF")) {
            names.set(0, names.getFirst().substring(1));
        }
        boolean hasMetric = names.contains("metric") || !metric.isEmpty();
        if (!hasMetric || !names.contains("time") || !names.contains("value")) {
            throw BodyFaultException.malformed(
                    "the first row must name the columns metric, time and value (metric may be a parameter of the address, too); it names %s"
                            .formatted(shown(String.join(",", names))));
        }
        for (var name : names) {
            if (!Names.isLabel(name)) {
                throw BodyFaultException.malformed(
                        "column \"%s\" is not a label name".formatted(shown(name)));
            }
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw BodyFaultException.malformed("a column stands twice in the first row");
        }
        return names;
    }

    private void add(List<String> row) {
        if (row.size() != columns.size()) {
            refuse("%d cells for %d columns".formatted(row.size(), columns.size()));
            return;
        }
        var labels = new TreeMap<String, String>();
        for (int at = 0; at < row.size(); at++) {
            labels.put(columns.get(at), row.get(at));
        }
        var name = labels.getOrDefault("metric", metric);
        var time = String.valueOf(labels.remove("time"));
        var value = String.valueOf(labels.remove("value"));
        labels.remove("metric");
        if (name.isBlank()) {
            refuse("no metric");
        } else if (!value.isEmpty()) {
            add(new SeriesKey(name, Labels.of(labels)), time, value);
        }
    }

    private void add(SeriesKey key, String time, String value) {
        try {
            series.add(key, millis(time), Numbers.value(value));
        } catch (DateTimeParseException wrong) {
            refuse(
                    "\"%s\" is no time; write 1700000000000 or 2026-11-21T12:00:00Z"
                            .formatted(shown(time)));
        } catch (NumberFormatException wrong) {
            refuse("\"%s\" is no number".formatted(shown(value)));
        }
    }

    private static long millis(String time) {
        boolean isNumber = !time.isEmpty() && time.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber && time.length() < 19
                ? Long.parseLong(time)
                : OffsetDateTime.parse(time).toInstant().toEpochMilli();
    }

    private void refuse(String why) {
        int line = rows.line();
        refusals.add(Reason.MALFORMED_POINT, 1, () -> "line %d: %s".formatted(line, why));
    }

    private static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}

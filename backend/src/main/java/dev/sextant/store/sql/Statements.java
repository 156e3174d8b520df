// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.sql;

import dev.sextant.store.source.Endpoint;
import dev.sextant.store.source.Endpoint.Table;
import dev.sextant.telemetry.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is asked of a table: identifiers quoted, values bound. Labels that the table does not have, and regular expressions,
/// whose meaning differs, are left out: the answer then holds more, which the caller drops.
///
/// @param texts what is bound after the times, in this order
record Statements(Table table, String conditions, List<String> texts) {
    static Statements of(Table table, List<Matcher> matchers) {
        var conditions = new ArrayList<String>();
        var texts = new ArrayList<String>();
        for (var matcher : matchers) {
            if (table.columns().labels().contains(matcher.label())) {
                switch (matcher) {
                    case Matcher.In(var label, var values) ->
                            conditions.add(
                                    among(label, "in", values.isEmpty(), texts(values, texts)));
                    case Matcher.NotIn(_, var values) when values.isEmpty() -> {}
                    case Matcher.NotIn(var label, var values) ->
                            conditions.add(among(label, "not in", false, texts(values, texts)));
                    case Matcher.Regex _ -> {}
                }
            }
        }
        var all = conditions.stream().map(" and "::concat).collect(Collectors.joining());
        return new Statements(table, all, List.copyOf(texts));
    }

    private static int texts(java.util.Set<String> values, List<String> into) {
        into.addAll(new TreeSet<>(values));
        return values.size();
    }

    private static String among(String label, String how, boolean isNone, int count) {
        var places = Stream.generate(() -> "?").limit(count).collect(Collectors.joining(", "));
        return isNone ? "false" : "%s %s (%s)".formatted(label(label), how, places);
    }

    /// Tells what the column of times is, without reading.
    String shape() {
        return "select %s from %s limit 0".formatted(quoted(table.time()), rows());
    }

    /// Bound: from, to, texts, the most rows.
    String labels() {
        if (table.columns().labels().isEmpty()) {
            return "select 1 from %s where %s limit 1 + 0 * ?".formatted(rows(), within());
        }
        return "select distinct %s from %s where %s limit ?"
                .formatted(labelList(), rows(), within());
    }

    /// Bound: from, to, texts, the most rows. Each series comes in one piece and in order of time.
    String points() {
        var labels = table.columns().labels();
        var numbers = new ArrayList<String>();
        for (int column = 3; column < labels.size() + 3; column++) {
            numbers.add(String.valueOf(column));
        }
        numbers.add("1");
        return "select %s, %s%s from %s where %s and %s is not null order by %s limit ?"
                .formatted(
                        quoted(table.time()),
                        quoted(table.columns().value()),
                        labels.isEmpty() ? "" : ", " + labelList(),
                        rows(),
                        within(),
                        quoted(table.columns().value()),
                        String.join(", ", numbers));
    }

    private String within() {
        var time = quoted(table.time());
        return "%s > ? and %s <= ?%s".formatted(time, time, conditions);
    }

    private String labelList() {
        return table.columns().labels().stream()
                .map(Statements::label)
                .collect(Collectors.joining(", "));
    }

    private static String label(String column) {
        return "coalesce(cast(%s as text), '')".formatted(quoted(column));
    }

    private String rows() {
        return switch (table.rows()) {
            case Endpoint.Rows.Of(var name) ->
                    name.stream().map(Statements::quoted).collect(Collectors.joining("."));
            // The line break ends a comment that the author left open.
            case Endpoint.Rows.Select(var text) -> "(" + text + "\n) as source_rows";
        };
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}

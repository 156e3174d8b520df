// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Interval;
import dev.sextant.telemetry.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One text script of the alert life cycle: rows over time, one evaluation per column.
///
/// ```
/// # What the case shows.
/// policy hold=2m keep=2m clearBelow=0.7 repeat=1h flap=8/0.5/0.25 judged
/// seen     x x x x . . .
/// state    P P F F F R R
/// ```
///
/// A row is a word, for several subjects a label (`host=a`), and one cell per column.
///
/// - Given: `seen`: `i` `x` `c` fire as info, warning, critical; `s` suppressed; `.` clear; `u` unknown; `-` not named;
///   `e` the evaluation failed. `score`: the finding's score, `-` for none. `minute`: when the column is, else 0, 1, 2, ...
/// - Wanted: `state`: `I` `P` `F` `R`. `held`: `h` where it is held because it comes and goes, else `.`. `condition`: `o` ok, `n` no data, `e` error. `notify`: `f` `r` or `.`.
///   `severity`: `i` `w` `c`. `episode`: the how-manieth alert of the subject. `step`: `!` where the time line grows.
record LifecycleScript(
        String name,
        AlertPolicy policy,
        boolean judged,
        Map<Labels, Map<String, List<String>>> rows) {
    static final List<String> WANTED =
            List.of("state", "condition", "notify", "severity", "episode", "step", "held");
    private static final List<String> GIVEN = List.of("seen", "score", "minute");

    /// The cases of one file; a blank line ends a case.
    static List<LifecycleScript> parseAll(String file, String text) {
        return Arrays.stream(text.split("\n\\s*\n"))
                .filter(part -> !part.isBlank())
                .map(part -> parse(file, part.strip()))
                .toList();
    }

    private static LifecycleScript parse(String file, String text) {
        var name = new StringBuilder(file).append(':');
        var policy = List.of("policy");
        var rows = new HashMap<Labels, Map<String, List<String>>>();
        for (var line : text.lines().toList()) {
            var words = Arrays.asList(line.strip().split("\\s+"));
            switch (words.getFirst()) {
                case "#" -> name.append(line.substring(1));
                case "policy" -> policy = words;
                default -> addRow(rows, words, file);
            }
        }
        return new LifecycleScript(
                name.toString(), policyOf(policy), policy.contains("judged"), rows);
    }

    private static AlertPolicy policyOf(List<String> words) {
        var settings = new HashMap<String, String>();
        for (var word : words) {
            if (word.contains("=")) {
                settings.put(word.split("=")[0], word.split("=")[1]);
            }
        }
        var border = settings.get("clearBelow");
        return new AlertPolicy(
                span(settings.get("hold")),
                span(settings.get("keep")),
                border == null ? null : Double.valueOf(border),
                flapping(settings.get("flap")),
                span(settings.get("repeat")));
    }

    private static @Nullable Flapping flapping(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var parts = text.split("/");
        return Flapping.of(
                new Interval(Duration.ofMinutes(1)),
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]));
    }

    private static Duration span(@Nullable String text) {
        return text == null ? Duration.ZERO : Durations.parse(text);
    }

    private static void addRow(
            Map<Labels, Map<String, List<String>>> rows, List<String> words, String file) {
        var word = words.getFirst();
        if (!WANTED.contains(word) && !GIVEN.contains(word)) {
            throw new IllegalArgumentException(file + " has a row \"" + word + "\"");
        }
        var cells = new ArrayList<>(words.subList(1, words.size()));
        var labels = Labels.none();
        if (cells.getFirst().contains("=")) {
            var pair = cells.removeFirst().split("=");
            labels = Labels.of(pair[0], pair[1]);
        }
        var subject = labels.size() == 0 ? Labels.of("host", "a") : labels;
        rows.computeIfAbsent(subject, _ -> new HashMap<>()).put(word, cells);
    }

    int columns() {
        return rows.values().iterator().next().getOrDefault("seen", List.of()).size();
    }

    String cell(Labels subject, String row, int column, String otherwise) {
        var cells = rows.getOrDefault(subject, Map.of()).get(row);
        return cells == null ? otherwise : cells.get(column);
    }

    /// The minute of a column; a `minute` row of any subject holds for all.
    long minute(int column) {
        for (var subject : rows.values()) {
            var cells = subject.get("minute");
            if (cells != null) {
                return Long.parseLong(cells.get(column));
            }
        }
        return column;
    }

    @Override
    public String toString() {
        return name;
    }
}

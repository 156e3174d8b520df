// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads plans.test: series, evaluation times, queries and what they answer.
final class PlanScript {
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);

    /// A query and the lines that are wanted.
    record Question(int line, String plan, Instant now, List<String> wanted) {
        @Override
        public String toString() {
            return "line " + line + ": " + plan;
        }
    }

    private final List<Series> series = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> gauges = new HashSet<>();
    private Instant now = Instant.EPOCH;

    static PlanScript read(String resource) {
        var script = new PlanScript();
        int number = 0;
        for (var line : lines(resource)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                var bare = line.strip();
                script.take(number, bare.substring(0, (bare + " ").indexOf(' ')), line);
            }
        }
        return script;
    }

    List<Series> series() {
        return series;
    }

    /// What the catalogue knows: nothing but gauges.
    MetricTypes types() {
        return (_, metric) -> gauges.contains(metric) ? Type.GAUGE : Type.UNKNOWN;
    }

    List<Question> questions() {
        return questions;
    }

    static List<String> lines(String resource) {
        try (var stream =
                Objects.requireNonNull(PlanScript.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// The rows of a frame, each followed by what stands beside it.
    static List<String> lines(Frame frame) {
        var lines = new ArrayList<String>();
        for (var series : frame.series()) {
            lines.add(line("answer ", series));
            beside("  ", series, frame, lines);
        }
        return lines;
    }

    private static void beside(String indent, Series row, Frame frame, List<String> lines) {
        frame.sides()
                .forEach((name, side) -> {
                    for (var other : side.series()) {
                        if (other.key().labels().equals(row.key().labels())) {
                            lines.add(line(indent + "beside " + name + " ", other));
                            beside(indent + "  ", other, side, lines);
                        }
                    }
                });
    }

    static String line(String start, Series series) {
        var text = new StringBuilder(start).append(series.key());
        for (int i = 0; i < series.length(); i++) {
            text.append(' ').append(series.times()[i] / 1_000).append(':');
            double value = series.values()[i];
            text.append(
                    value == Math.rint(value) && !Double.isInfinite(value)
                            ? Long.toString((long) value)
                            : Double.toString(value));
        }
        return text.toString();
    }

    private void take(int number, String word, String line) {
        var rest = line.strip().substring(word.length()).strip();
        switch (word) {
            case "series" -> series.add(series(rest));
            case "now" -> now = Instant.ofEpochSecond(Long.parseLong(rest));
            case "query" -> questions.add(new Question(number, rest, now, new ArrayList<>()));
            case "gauge" -> gauges.add(rest);
            case "answer", "beside", "refused", "nothing" -> questions.getLast().wanted().add(line);
            default -> throw new IllegalArgumentException("line " + number + ": " + line);
        }
    }

    private static Series series(String text) {
        int brace = text.indexOf('{');
        int end = text.indexOf('}');
        var labels = new LinkedHashMap<String, String>();
        LABEL.matcher(text.substring(brace, end))
                .results()
                .forEach(found -> labels.put(found.group(1), found.group(2)));
        var points = text.substring(end + 1).strip().split(" ");
        var times = new long[points.length];
        var values = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            var parts = points[i].split(":");
            times[i] = Long.parseLong(parts[0]) * 1_000;
            values[i] = parts[1].equals("stale") ? STALE : Double.parseDouble(parts[1]);
        }
        var key = new SeriesKey(text.substring(0, brace), Labels.of(labels));
        return new Series(key, times, values);
    }
}

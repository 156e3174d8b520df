// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.evaluation.rehearsal.Expectation.Moment;
import dev.sextant.evaluation.rehearsal.Rehearsal.Sketch;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what a test file declared. It comes out of a sandbox and is trusted in nothing.
final class RehearsalReader {
    private static final int MOST_TESTS = 50;
    private static final int MOST_SERIES = 200;
    private static final int MOST_EXPECTATIONS = 100;
    private static final Duration USUAL_HISTORY = Duration.ofDays(14);
    private static final Duration LONGEST_HISTORY = Duration.ofDays(400);

    private RehearsalReader() {}

    /// @throws IllegalArgumentException with a sentence for the author
    static List<Rehearsal> read(JsonNode declared) {
        var tests = declared.path("tests");
        within("checks in a file", tests.size(), MOST_TESTS);
        var read = new ArrayList<Rehearsal>();
        tests.forEach(test -> read.add(rehearsal(test)));
        return read;
    }

    private static Rehearsal rehearsal(JsonNode test) {
        var name = test.path("name").asText();
        try {
            var span = Span.of(test.path("run").asText());
            var history = duration(test.path("history"));
            if (history != null && history.compareTo(LONGEST_HISTORY) > 0) {
                throw new IllegalArgumentException("a history has at most 400d");
            }
            return new Rehearsal(
                    name,
                    line(test),
                    test.path("parameters") instanceof ObjectNode values ? values : null,
                    span,
                    history == null ? USUAL_HISTORY : history,
                    series(test.path("series"), span),
                    GivenWorld.read(test.path("graph"), span),
                    expectations(test.path("expect"), span));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "check \"%s\": %s".formatted(name, wrong.getMessage()), wrong);
        }
    }

    static List<Sketch> series(JsonNode given, Span span) {
        within("series in a check", given.size(), MOST_SERIES);
        var series = new ArrayList<Sketch>();
        for (var one : given) {
            var key = new SeriesKey(one.path("metric").asText(), labels(one.path("labels")));
            var late = duration(one.path("late"));
            series.add(
                    new Sketch(
                            key,
                            new CurveReader(span, key.toString().hashCode())
                                    .read(one.path("curve")),
                            duration(one.path("every")),
                            late == null ? Duration.ZERO : late));
        }
        return series;
    }

    private static List<Expectation> expectations(JsonNode given, Span span) {
        within("expectations in a check", given.size(), MOST_EXPECTATIONS);
        var expectations = new ArrayList<Expectation>();
        given.forEach(one -> expectations.add(expectation(one, span)));
        return expectations;
    }

    private static Expectation expectation(JsonNode one, Span span) {
        var kind = one.path("kind").asText();
        var says = one.path("says");
        var labels = labels(one.path("labels"));
        var line = line(one);
        return switch (kind) {
            case "firstFire", "firstResolve" ->
                    new Moment(
                            kind.equals("firstFire") ? Moment.What.FIRE : Moment.What.RESOLVE,
                            labels,
                            new Moment.Bounds(
                                    time(says.path("from"), span), time(says.path("to"), span)),
                            says.path("never").asBoolean(),
                            line);
            case "alerts" ->
                    new Expectation.Count(
                            labels,
                            says.path("atLeast").asInt(0),
                            says.path("atMost").asInt(Integer.MAX_VALUE),
                            line);
            case "states" ->
                    new Expectation.States(
                            labels,
                            needed(time(says.path("from"), span)),
                            needed(time(says.path("to"), span)),
                            says.path("is").asText(),
                            line);
            case "verdicts" ->
                    new Expectation.VerdictAt(
                            labels,
                            needed(time(says.path("at"), span)),
                            says.path("is").asText(),
                            line);
            case "severity" -> new Expectation.Worst(labels, says.path("is").asText(), line);
            case "failure" -> new Expectation.Failure(says.path("text").asText(), line);
            default ->
                    throw new IllegalArgumentException("\"%s\" is no expectation".formatted(kind));
        };
    }

    static Labels labels(JsonNode given) {
        var pairs = new TreeMap<String, String>();
        given.properties().forEach(label -> pairs.put(label.getKey(), label.getValue().asText()));
        return Labels.of(pairs);
    }

    private static @Nullable Instant time(JsonNode given, Span span) {
        return given.isTextual() ? span.time(given.asText()) : null;
    }

    private static Instant needed(@Nullable Instant time) {
        if (time == null) {
            throw new IllegalArgumentException("an expectation lacks its time");
        }
        return time;
    }

    private static @Nullable Duration duration(JsonNode given) {
        return given.isTextual() ? Durations.parse(given.asText()) : null;
    }

    private static @Nullable Integer line(JsonNode given) {
        return given.path("line").isInt() ? Integer.valueOf(given.path("line").intValue()) : null;
    }

    private static void within(String what, int used, int allowed) {
        if (used > allowed) {
            throw new IllegalArgumentException(
                    "%,d %s; %,d are allowed".formatted(used, what, allowed));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.evaluation.rehearsal.Curve.Stretch;
import dev.sextant.telemetry.Durations;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;

/// Reads curves as test files write them. They come out of a sandbox and are trusted in nothing.
final class CurveReader {
    private static final int DEEPEST = 60;
    private static final int MOST_VALUES = 10_000;

    private final Span span;

    /// Makes the noise of two series differ that are written alike.
    private final long series;

    CurveReader(Span span, long series) {
        this.span = span;
        this.series = series;
    }

    /// @throws IllegalArgumentException with a sentence for the author
    Curve read(JsonNode json) {
        return read(json, 0);
    }

    private Curve read(JsonNode json, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a curve has at most %d steps".formatted(DEEPEST));
        }
        var kind = json.path("kind").asText();
        return switch (kind) {
            case "" -> throw new IllegalArgumentException("a series needs a curve");
            case "constant" -> new Curve.Constant(number(json, "value"));
            case "wave" -> wave(json);
            case "ramp" -> ramp(json);
            case "step" -> step(json);
            case "values" -> listed(json);
            case "plus" ->
                    new Curve.Sum(
                            read(json.path("of"), depth + 1), read(json.path("other"), depth + 1));
            default -> changed(kind, json, depth + 1);
        };
    }

    private Curve changed(String kind, JsonNode json, int depth) {
        if (!json.has("of")) {
            throw new IllegalArgumentException("\"%s\" is no curve".formatted(kind));
        }
        var of = read(json.path("of"), depth);
        return switch (kind) {
            case "noise" ->
                    new Curve.Noise(
                            of, number(json, "share"), series + 31 * json.path("seed").asLong());
            case "drop" -> new Curve.Changed(of, 1 - number(json, "share"), 0, during(json));
            case "spike" -> new Curve.Changed(of, number(json, "factor"), 0, during(json));
            case "shift" -> new Curve.Changed(of, 1, number(json, "amount"), during(json));
            case "times" ->
                    new Curve.Changed(of, number(json, "factor"), 0, Stretch.since(Long.MIN_VALUE));
            case "gap" -> new Curve.Gap(of, during(json));
            case "starts" -> new Curve.Gap(of, new Stretch(Long.MIN_VALUE, time(json)));
            case "ends" -> new Curve.Gap(of, Stretch.since(time(json)));
            case "clamp" -> clamped(json, of);
            case "counter" -> new Curve.Counter(of);
            case "reset" -> new Curve.Restarted(of, time(json));
            default -> throw new IllegalArgumentException("\"%s\" is no curve".formatted(kind));
        };
    }

    private Curve wave(JsonNode json) {
        long period = millis(json, "period");
        long zero = span.from().truncatedTo(ChronoUnit.DAYS).toEpochMilli();
        return new Curve.Wave(period, number(json, "mean"), number(json, "amplitude"), zero);
    }

    private Curve ramp(JsonNode json) {
        var whole = new Stretch(span.from().toEpochMilli(), span.to().toEpochMilli());
        return new Curve.Ramp(
                number(json, "from"),
                number(json, "to"),
                json.path("at").isTextual() ? during(json) : whole);
    }

    private Curve step(JsonNode json) {
        var before = new Curve.Constant(number(json, "before"));
        double rise = number(json, "after") - number(json, "before");
        return new Curve.Changed(before, 1, rise, Stretch.since(time(json)));
    }

    private Curve listed(JsonNode json) {
        var values = new ArrayList<Double>();
        json.path("values")
                .forEach(value -> values.add(value.isNumber() ? value.doubleValue() : Double.NaN));
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "values takes at most %,d numbers".formatted(MOST_VALUES));
        }
        return new Curve.Listed(values, span.from().toEpochMilli(), millis(json, "every"));
    }

    private Curve clamped(JsonNode json, Curve of) {
        double min = number(json, "min");
        double max = number(json, "max");
        if (min > max) {
            throw new IllegalArgumentException("clamp takes the lower bound first");
        }
        return new Curve.Clamped(of, min, max);
    }

    private Stretch during(JsonNode json) {
        long from = time(json);
        return json.path("for").isTextual()
                ? new Stretch(from, from + millis(json, "for"))
                : Stretch.since(from);
    }

    private long time(JsonNode json) {
        return span.time(json.path("at").asText()).toEpochMilli();
    }

    private static long millis(JsonNode json, String field) {
        return Math.max(1, Durations.parse(json.path(field).asText()).toMillis());
    }

    private static double number(JsonNode json, String field) {
        var value = json.path(field);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(
                    "the %s of a %s must be a number".formatted(field, json.path("kind").asText()));
        }
        return value.doubleValue();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.telemetry.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The fields of one JSON object of a plan, read with errors that name the field by its path. A field that is null is the same as absent.
final class PlanFields {
    private static final Duration LONGEST = Duration.ofDays(3_660);

    /// The end of the year 9999: beyond lie times on which arithmetic overflows.
    private static final long LATEST = 253_402_300_799_999L;

    private static final int SHOWN = 100;

    private final JsonNode node;
    private final String path;

    private PlanFields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    static PlanFields of(JsonNode node, String path) throws InvalidPlanException {
        if (!node.isObject()) {
            throw new InvalidPlanException(
                    (path.isEmpty() ? "a plan" : "field " + path) + " must be a JSON object");
        }
        return new PlanFields(node, path);
    }

    /// Refuses fields that are none of the known ones, so that a slip of the pen does not go unseen.
    void allow(Set<String> known) throws InvalidPlanException {
        for (var field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw fault(
                        field.getKey(),
                        "is not known here"
                                + NearMiss.of(field.getKey(), known)
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse(
                                                "; known are "
                                                        + String.join(", ", new TreeSet<>(known))));
            }
        }
    }

    String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    InvalidPlanException fault(String field, String problem) {
        return new InvalidPlanException("field %s %s".formatted(path(field), problem));
    }

    @Nullable JsonNode find(String field) {
        var value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    JsonNode require(String field) throws InvalidPlanException {
        var value = find(field);
        if (value == null) {
            throw fault(field, "is missing");
        }
        return value;
    }

    PlanFields object(String field) throws InvalidPlanException {
        return of(require(field), path(field));
    }

    Optional<String> findText(String field) throws InvalidPlanException {
        var value = find(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw fault(field, "must be a text, not " + shown(value));
        }
        return Optional.of(value.textValue());
    }

    String text(String field) throws InvalidPlanException {
        var text = findText(field);
        if (text.isEmpty() || text.get().isBlank()) {
            throw fault(field, "is missing");
        }
        return text.get();
    }

    double number(String field) throws InvalidPlanException {
        var value = require(field);
        if (!value.isNumber()) {
            throw fault(field, "must be a number, not " + shown(value));
        }
        return value.doubleValue();
    }

    /// Milliseconds since the epoch.
    Optional<Long> findTime(String field) throws InvalidPlanException {
        var value = find(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > LATEST) {
            throw fault(field, "must be a time in epoch milliseconds, not " + shown(value));
        }
        return Optional.of(value.longValue());
    }

    int count(String field) throws InvalidPlanException {
        var value = require(field);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 1) {
            throw fault(field, "must be a whole number of at least 1, not " + shown(value));
        }
        return value.intValue();
    }

    Optional<Duration> findDuration(String field) throws InvalidPlanException {
        var text = findText(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(readable(field, text.get()));
    }

    Duration duration(String field) throws InvalidPlanException {
        return readable(field, text(field));
    }

    private Duration readable(String field, String text) throws InvalidPlanException {
        var duration = usable(text);
        if (duration.isEmpty()) {
            throw fault(
                    field,
                    "must be a duration like \"30s\", \"5m\" or \"1d\", not \""
                            + shortened(text)
                            + '"');
        }
        return duration.get();
    }

    private static Optional<Duration> usable(String text) {
        try {
            return Optional.of(Durations.parse(text))
                    .filter(length -> length.isPositive() && length.compareTo(LONGEST) <= 0);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    Optional<Set<String>> findTexts(String field) throws InvalidPlanException {
        var value = find(field);
        return value == null ? Optional.empty() : Optional.of(texts(field, value));
    }

    Set<String> texts(String field, JsonNode value) throws InvalidPlanException {
        List<JsonNode> parts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(parts::add);
        } else {
            parts.add(value);
        }
        var texts = new LinkedHashSet<String>();
        for (var part : parts) {
            if (!part.isTextual()) {
                throw fault(field, "must be a text or a list of texts, not " + shown(value));
            }
            texts.add(part.textValue());
        }
        return texts;
    }

    /// What stands in a list of one element or more.
    List<JsonNode> list(String field, int most) throws InvalidPlanException {
        var value = require(field);
        if (!value.isArray() || value.isEmpty() || value.size() > most) {
            throw fault(field, "must be a list of 1 to " + most);
        }
        var elements = new ArrayList<JsonNode>();
        value.forEach(elements::add);
        return elements;
    }

    /// Durations by the texts that name them.
    Map<String, Duration> durations(String field) throws InvalidPlanException {
        var durations = new LinkedHashMap<String, Duration>();
        for (var text : texts(field, require(field))) {
            durations.put(text, readable(field, text));
        }
        return durations;
    }

    <E extends Enum<E>> E named(String field, String name, E[] values) throws InvalidPlanException {
        for (var value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(name)) {
                return value;
            }
        }
        var known =
                Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        throw notOneOf(field, name, known);
    }

    InvalidPlanException notOneOf(String field, String name, Set<String> known) {
        return fault(
                field,
                "must be one of %s, not \"%s\""
                        .formatted(
                                known.stream().sorted().collect(Collectors.joining(", ")), name));
    }

    /// A value as JSON, cut where it is long: it comes from a script or a request.
    private static String shown(JsonNode value) {
        return shortened(value.toString());
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}

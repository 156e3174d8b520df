// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.query.NearMiss;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The fields of one JSON object that nobody has checked yet. What is wrong is an [IllegalArgumentException] in words for
/// whoever wrote it.
record OptionFields(String what, JsonNode node) {
    private static final int SHOWN = 80;

    /// An object; nothing at all is an empty one.
    static OptionFields of(String what, JsonNode node) {
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            throw new IllegalArgumentException(
                    "%s must be a JSON object, not %s".formatted(what, shown(node)));
        }
        return new OptionFields(what, node);
    }

    OptionFields allow(Set<String> known) {
        for (var field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw new IllegalArgumentException(
                        "%s has no option %s%s"
                                .formatted(
                                        what,
                                        shortened(field.getKey()),
                                        didYouMean(field.getKey(), known)));
            }
        }
        return this;
    }

    static String didYouMean(String name, Set<String> known) {
        return NearMiss.of(name, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; known are " + String.join(", ", new TreeSet<>(known)));
    }

    Optional<JsonNode> find(String field) {
        var value = node.path(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    double number(String field, double fallback) {
        return find(field).map(value -> number(field, value)).orElse(fallback);
    }

    private double number(String field, JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw fault(field, "must be a number", value);
        }
        return value.doubleValue();
    }

    int whole(String field, int fallback, int most) {
        return find(field)
                .map(value -> {
                    if (!value.isIntegralNumber()
                            || !value.canConvertToInt()
                            || value.intValue() < 1
                            || value.intValue() > most) {
                        throw fault(
                                field,
                                "must be a whole number from 1 to %,d".formatted(most),
                                value);
                    }
                    return value.intValue();
                })
                .orElse(fallback);
    }

    IllegalArgumentException fault(String field, String problem, JsonNode value) {
        return new IllegalArgumentException(
                "option %s of %s %s, not %s".formatted(field, what, problem, shown(value)));
    }

    static String shown(JsonNode value) {
        return shortened(value.toString());
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}

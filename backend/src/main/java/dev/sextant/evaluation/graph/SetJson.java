// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what scripts ask for, which nobody has checked yet. What is wrong is an [IllegalArgumentException] in words for
/// the script's author.
final class SetJson {
    private static final Duration LONGEST = Duration.ofDays(366);

    private SetJson() {}

    static List<String> texts(JsonNode list, String what) {
        var texts = new ArrayList<String>();
        list.forEach(one -> texts.add(text(one, what)));
        return texts;
    }

    static String text(JsonNode node, String what) {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw new IllegalArgumentException(what + " must be a text");
        }
        return node.textValue();
    }

    static Labels labels(JsonNode node) {
        var pairs = new HashMap<String, String>();
        for (Map.Entry<String, JsonNode> pair : node.properties()) {
            pairs.put(pair.getKey(), pair.getValue().asText());
        }
        return Labels.of(pairs);
    }

    static Duration duration(JsonNode node) {
        var text = text(node, "a length of time");
        var length = Durations.parse(text);
        if (!length.isPositive() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "%s is not a length of time up to 366d".formatted(text));
        }
        return length;
    }

    /// A past time in epoch milliseconds; empty when it is left out.
    static Optional<Instant> past(JsonNode node, Instant now) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            long millis = node.longValue();
            if (millis >= 0 && millis <= now.toEpochMilli()) {
                return Optional.of(Instant.ofEpochMilli(millis));
            }
        }
        throw new IllegalArgumentException(
                "asOf must be a time that is not after now: a rule sees the graph as of its slot");
    }
}

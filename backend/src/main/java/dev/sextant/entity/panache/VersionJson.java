// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.entity.Facts;
import dev.sextant.telemetry.Labels;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/// Labels, tags and owners as the texts of their columns.
@ApplicationScoped
class VersionJson {
    private static final TypeReference<Map<String, String>> PAIRS = new TypeReference<>() {};

    private final ObjectMapper mapper;

    VersionJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(Labels labels) {
        try {
            return mapper.writeValueAsString(labels.asMap());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("labels cannot be written: " + labels, broken);
        }
    }

    Labels labels(String text) {
        try {
            return Labels.of(mapper.readValue(text, PAIRS));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored labels are no JSON: " + text, broken);
        }
    }

    void write(Facts facts, VersionEntity row) {
        row.name = facts.name();
        row.tags = lines(facts.tags());
        row.owners = lines(facts.owners());
    }

    Facts facts(VersionEntity row) {
        return new Facts(row.name, words(row.tags), words(row.owners));
    }

    /// Every word between two line ends, so that a whole one can be looked for.
    private static String lines(List<String> words) {
        return "\n" + String.join("\n", words) + "\n";
    }

    private static List<String> words(String lines) {
        return lines.lines().filter(word -> !word.isEmpty()).toList();
    }
}

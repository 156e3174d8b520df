// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert.panache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.alert.Text;
import dev.sextant.telemetry.Labels;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Labels and texts as the JSON objects of their columns.
@ApplicationScoped
class AlertJson {
    private static final TypeReference<Map<String, String>> PAIRS = new TypeReference<>() {};

    private final ObjectMapper mapper;

    AlertJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(Labels labels) {
        return write(labels.asMap());
    }

    String write(Text text) {
        return write(text.byLanguage());
    }

    @Nullable String writeOptional(@Nullable Text text) {
        return text == null ? null : write(text);
    }

    Labels labels(String json) {
        return Labels.of(pairs(json));
    }

    Text text(String json) {
        return new Text(pairs(json));
    }

    @Nullable Text optionalText(@Nullable String json) {
        return json == null ? null : text(json);
    }

    private String write(Map<String, String> pairs) {
        try {
            return mapper.writeValueAsString(pairs);
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException("pairs of texts can't be written as JSON", problem);
        }
    }

    private Map<String, String> pairs(String json) {
        try {
            return mapper.readValue(json, PAIRS);
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException(
                    "a stored alert has a column that is not a JSON object of texts", problem);
        }
    }
}

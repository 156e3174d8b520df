// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// One saved state of an algorithm; never changed after it was saved.
///
/// @param number counts up from 1 with every save
/// @param header what the script says of itself: `algorithm` (its kind), `title`, `description`, `params`, `tests`
public record AlgorithmVersion(
        AlgorithmName name, int number, Text text, JsonNode header, Saved saved) {

    /// @param language as REST writes it
    /// @param documentation for people, Markdown
    public record Text(String language, String source, String documentation) {}

    public record Saved(Instant at, String by) {}

    /// `anomaly` or `forecast`.
    public String kind() {
        return header.path("algorithm").asText();
    }

    /// As plans name this version.
    public String full() {
        return name.full() + "@" + number;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.bench;

import java.util.Optional;

/// One request for data.
///
/// @param json body of a POST; empty for a GET
/// @param accept media type of the answer
record Ask(String path, Optional<String> json, String accept) {
    static Ask get(String path) {
        return new Ask(path, Optional.empty(), "application/json");
    }

    static Ask plan(String json) {
        return new Ask("/api/v1/query", Optional.of(json), "application/json");
    }

    /// The same, answered with arrays of numbers.
    static Ask arrays(String json) {
        return new Ask("/api/v1/query", Optional.of(json), "application/vnd.sextant.series");
    }
}

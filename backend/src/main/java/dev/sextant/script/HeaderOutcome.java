// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the extraction of a header ends.
public sealed interface HeaderOutcome {
    /// @param header normalised JSON: every field that has a default is there
    record Valid(JsonNode header, List<Diagnostic> warnings) implements HeaderOutcome {}

    record Invalid(List<Diagnostic> errors) implements HeaderOutcome {}

    /// @param line of the author's text, from 1; null when the fault has no place
    record Diagnostic(String message, @Nullable Integer line, @Nullable Integer column) {}
}

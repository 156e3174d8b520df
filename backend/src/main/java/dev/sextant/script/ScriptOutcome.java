// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a script ended. Every ending is a value: a script cannot make the platform throw.
public sealed interface ScriptOutcome {
    /// @param result {@code {"verdicts": [...], "judged": boolean, "charts": [...]}}, as REST shows them
    /// @param state what it wants to remember
    record Completed(JsonNode result, JsonNode state, List<ScriptLog> log)
            implements ScriptOutcome {}

    /// The script threw, did not parse, or answered something that is no verdict.
    ///
    /// @param line of the author's text, from 1; null when the fault has no place
    record Failed(
            String message, @Nullable Integer line, @Nullable Integer column, List<ScriptLog> log)
            implements ScriptOutcome {}

    /// A limit was passed and the script was stopped.
    ///
    /// @param message used and allowed, for people
    /// @param line where the author's text asked for too much, from 1; null when it was stopped wherever it was
    record LimitPassed(
            LimitUse limit,
            String message,
            @Nullable Integer line,
            @Nullable Integer column,
            List<ScriptLog> log)
            implements ScriptOutcome {
        public LimitPassed(LimitUse limit, String message, List<ScriptLog> log) {
            this(limit, message, null, null, log);
        }
    }

    /// No worker ran it, through no fault of the script.
    ///
    /// @param limit of the tenant that was used up; null when that was not the reason
    record NotRun(String reason, @Nullable LimitUse limit) implements ScriptOutcome {
        public NotRun(String reason) {
            this(reason, null);
        }
    }

    /// The worker died or broke the protocol; only this evaluation is charged.
    record Lost(String reason) implements ScriptOutcome {}
}

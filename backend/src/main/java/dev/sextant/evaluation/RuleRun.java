// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.alert.Advance;
import dev.sextant.alert.Alert;
import dev.sextant.alert.AlertLifecycle;
import dev.sextant.script.LimitUse;
import dev.sextant.telemetry.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one run of a rule's script came to, before it touches any alert.
///
/// @param problem what went wrong; null when the outcome is completed
/// @param state what the script wants to remember; null keeps what it remembered
public record RuleRun(
        Outcome outcome,
        @Nullable RunProblem problem,
        Verdicts verdicts,
        EvaluationCost cost,
        List<LogLine> log,
        @Nullable JsonNode state) {

    /// @param line of the script, from 1; null when the fault has no place
    /// @param limit that was passed; null when it was none
    public record RunProblem(
            String message,
            @Nullable Integer line,
            @Nullable Integer column,
            @Nullable LimitUse limit) {
        public RunProblem(String message, @Nullable Integer line, @Nullable Integer column) {
            this(message, line, column, null);
        }
    }

    /// The rule's alerts after this run. A rule that could not look must not say that all is well: then its alerts stay as
    /// they were.
    public Advance advance(AlertLifecycle lifecycle, List<Alert> before, Instant slot) {
        return switch (outcome) {
            case COMPLETED -> lifecycle.advanceAll(before, verdicts.judgement(before), slot);
            case FAILED, LIMIT, LOST, SKIPPED -> lifecycle.onFailure(before, slot);
        };
    }

    /// The same run when these subjects are there no longer: those that it did not judge are well then.
    RuleRun without(Set<Labels> ended) {
        return ended.isEmpty()
                ? this
                : new RuleRun(outcome, problem, verdicts.without(ended), cost, log, state);
    }

    /// The same run when nothing came of these rows.
    RuleRun withMissing(Set<Labels> rows) {
        return rows.isEmpty()
                ? this
                : new RuleRun(outcome, problem, verdicts.withMissing(rows), cost, log, state);
    }

    EvaluationDetail detail() {
        return new EvaluationDetail(
                VerdictCounts.of(verdicts.judgement().findings()),
                cost,
                log,
                problem == null ? null : problem.line(),
                problem == null ? null : problem.column(),
                problem == null ? null : problem.limit());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
    public record RunProblem(String message, @Nullable Integer line, @Nullable Integer column) {}

    EvaluationDetail detail() {
        return new EvaluationDetail(
                VerdictCounts.of(verdicts.judgement().findings()),
                cost,
                log,
                problem == null ? null : problem.line(),
                problem == null ? null : problem.column());
    }
}

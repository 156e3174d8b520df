// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the ledger keeps of an evaluation beside its outcome.
///
/// @param line of the script, from 1, where it failed; null when it did not or nobody knows
public record EvaluationDetail(
        VerdictCounts verdicts,
        EvaluationCost cost,
        List<LogLine> log,
        @Nullable Integer line,
        @Nullable Integer column) {
    public EvaluationDetail {
        log = List.copyOf(log);
    }

    static EvaluationDetail none() {
        return new EvaluationDetail(
                VerdictCounts.none(), EvaluationCost.none(), List.of(), null, null);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.script.LimitUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the ledger keeps of an evaluation beside its outcome.
///
/// @param limit that was passed; null when it was none, and for entries of older versions
/// @param line of the script, from 1, where it failed; null when it did not or nobody knows
public record EvaluationDetail(
        VerdictCounts verdicts,
        EvaluationCost cost,
        List<LogLine> log,
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable LimitUse limit) {
    public EvaluationDetail {
        log = List.copyOf(log);
    }

    static EvaluationDetail none() {
        return new EvaluationDetail(
                VerdictCounts.none(), EvaluationCost.none(), List.of(), null, null, null);
    }
}

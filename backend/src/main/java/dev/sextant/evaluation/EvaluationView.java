// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.script.LimitUse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry of the ledger as REST shows it.
///
/// @param through last slot of a run of skipped slots; null for a single slot
/// @param reason why it was skipped, or what went wrong; null when it completed
/// @param limit that was passed; null when it was none
public record EvaluationView(
        String id,
        String ruleId,
        int version,
        Instant slot,
        @Nullable Instant through,
        String outcome,
        @Nullable String reason,
        Instant startedAt,
        long durationMillis,
        VerdictCounts verdicts,
        EvaluationCost cost,
        List<LogLine> log,
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable LimitUse limit) {

    static EvaluationView of(LedgerEntry entry) {
        return new EvaluationView(
                entry.id(),
                entry.rule().value(),
                entry.ruleVersion(),
                entry.slot(),
                entry.through().equals(entry.slot()) ? null : entry.through(),
                entry.outcome().text(),
                entry.reason(),
                entry.startedAt(),
                entry.duration().toMillis(),
                entry.detail().verdicts(),
                entry.detail().cost(),
                entry.detail().log(),
                entry.detail().line(),
                entry.detail().column(),
                entry.detail().limit());
    }
}

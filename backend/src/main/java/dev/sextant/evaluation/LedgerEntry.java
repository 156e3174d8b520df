// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.rule.Rule;
import dev.sextant.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the ledger: a slot of a rule and how it ended, or a run of skipped slots.
///
/// @param id unique over all tenants
/// @param through the last slot that this entry stands for; equals {@code slot} unless slots were skipped in a row
/// @param reason why it was skipped, or what went wrong; null when it completed
/// @param startedAt when the evaluation began by the clock, which is later than the slot
public record LedgerEntry(
        String id,
        RuleId rule,
        int ruleVersion,
        Instant slot,
        Instant through,
        Outcome outcome,
        @Nullable String reason,
        Instant startedAt,
        Duration duration,
        EvaluationDetail detail) {

    /// Slots that were not evaluated, and why.
    static LedgerEntry skipped(
            Rule rule, Instant from, Instant through, String reason, Instant now) {
        return new LedgerEntry(
                UUID.randomUUID().toString(),
                rule.id(),
                rule.version(),
                from,
                through,
                Outcome.SKIPPED,
                reason,
                now,
                Duration.ZERO,
                EvaluationDetail.none());
    }
}

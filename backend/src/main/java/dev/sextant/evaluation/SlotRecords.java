// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.alert.Advance;
import dev.sextant.rule.Rule;
import dev.sextant.rule.Rules;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/// Makes the end of a slot durable: its alerts, the messages to send, what the script remembers and the line in the ledger
/// in one transaction. After a crash a slot happened altogether or not at all.
@ApplicationScoped
class SlotRecords {
    private final Rules rules;
    private final EvaluationLog log;
    private final RuleMemory memory;
    private final AlertRecords alerts;
    private final TenantTransactions transactions;

    SlotRecords(
            Rules rules,
            EvaluationLog log,
            RuleMemory memory,
            AlertRecords alerts,
            TenantTransactions transactions) {
        this.rules = rules;
        this.log = log;
        this.memory = memory;
        this.alerts = alerts;
        this.transactions = transactions;
    }

    /// How an evaluated slot ended.
    ///
    /// @param breaker null when it stays as it was
    record Done(LedgerEntry entry, Advance advance, @Nullable Breaker breaker, RuleRun run) {}

    /// @throws SlotTakenException when the slot is in the ledger already; nothing was changed then
    void keep(TenantId tenant, Done done) {
        var entry = done.entry();
        transactions.run(
                tenant,
                () -> {
                    // The rule may have been deleted or switched off while its script ran; then
                    // nothing may stay.
                    if (rules.find(tenant, entry.rule()).filter(Rule::enabled).isEmpty()) {
                        return;
                    }
                    log.append(tenant, entry);
                    alerts.put(tenant, done.advance(), entry.startedAt());
                    memory.keep(tenant, done);
                });
    }

    /// @throws SlotTakenException when the first slot is in the ledger already
    void keepSkipped(TenantId tenant, LedgerEntry entry) {
        log.append(tenant, entry);
    }
}

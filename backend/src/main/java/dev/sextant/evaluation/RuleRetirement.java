// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.alert.AlertLifecycle;
import dev.sextant.alert.AlertPolicy;
import dev.sextant.alert.AlertSource;
import dev.sextant.alert.Text;
import dev.sextant.rule.Rule;
import dev.sextant.rule.RuleChanged;
import dev.sextant.rule.Rules;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Ends what a rule leaves behind when it is deleted or switched off: nobody looks any more, so its alerts end, and a
/// deleted rule takes its ledger and its memory along.
@ApplicationScoped
public class RuleRetirement {
    private final Rules rules;
    private final AlertRecords alerts;
    private final EvaluationLog log;
    private final RuleMemory memory;
    private final TenantTransactions transactions;

    RuleRetirement(
            Rules rules,
            AlertRecords alerts,
            EvaluationLog log,
            RuleMemory memory,
            TenantTransactions transactions) {
        this.rules = rules;
        this.alerts = alerts;
        this.log = log;
        this.memory = memory;
        this.transactions = transactions;
    }

    void onChange(@Observes RuleChanged change) {
        transactions.run(change.tenant(), () -> retire(change));
    }

    private void retire(RuleChanged change) {
        var tenant = change.tenant();
        var rule = rules.find(tenant, change.rule());
        if (rule.filter(Rule::enabled).isPresent()) {
            return;
        }
        var before = alerts.listOpen(tenant, change.rule());
        alerts.put(tenant, lifecycle(change).onRetired(before, change.at()), change.at());
        if (rule.isEmpty()) {
            log.deleteAll(tenant, change.rule());
            memory.delete(tenant, change.rule());
        }
    }

    private static AlertLifecycle lifecycle(RuleChanged change) {
        var name = change.rule().value();
        return new AlertLifecycle(
                new AlertSource(change.tenant(), name, Text.of(name)), AlertPolicy.immediate());
    }
}

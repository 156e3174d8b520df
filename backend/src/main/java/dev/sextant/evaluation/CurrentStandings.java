// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.alert.Alerts;
import dev.sextant.alert.OpenCounts;
import dev.sextant.rule.RuleId;
import dev.sextant.rule.RuleStandings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/// How rules do, from their alerts and the ledger.
@ApplicationScoped
public class CurrentStandings implements RuleStandings {
    private final Alerts alerts;
    private final EvaluationLog log;

    CurrentStandings(Alerts alerts, EvaluationLog log) {
        this.alerts = alerts;
        this.log = log;
    }

    @Override
    public Map<RuleId, Standing> list(TenantId tenant) {
        var open = alerts.countOpenByRule(tenant);
        var standings = new HashMap<RuleId, Standing>();
        log.latest(tenant)
                .forEach((rule, entry) ->
                        standings.put(
                                rule,
                                standing(
                                        open.getOrDefault(rule.value(), OpenCounts.none()),
                                        entry)));
        return standings;
    }

    private static Standing standing(OpenCounts open, LedgerEntry entry) {
        var last =
                new LastEvaluation(
                        entry.through(), entry.outcome().text(), entry.duration().toMillis());
        return new Standing((int) open.firing(), (int) open.pending(), last);
    }
}

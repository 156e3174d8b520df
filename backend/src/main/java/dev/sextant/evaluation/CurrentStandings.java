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
import org.jspecify.annotations.Nullable;

/// How rules do, from their alerts and the ledger.
@ApplicationScoped
public class CurrentStandings implements RuleStandings {
    private final Alerts alerts;
    private final EvaluationLog log;
    private final Breakers breakers;

    CurrentStandings(Alerts alerts, EvaluationLog log, Breakers breakers) {
        this.alerts = alerts;
        this.log = log;
        this.breakers = breakers;
    }

    @Override
    public Map<RuleId, Standing> list(TenantId tenant) {
        var open = alerts.countOpenByRule(tenant);
        var failing = breakers.list(tenant);
        var standings = new HashMap<RuleId, Standing>();
        log.latest(tenant)
                .forEach((rule, entry) ->
                        standings.put(
                                rule,
                                standing(
                                        open.getOrDefault(rule.value(), OpenCounts.none()),
                                        entry,
                                        failing.get(rule))));
        return standings;
    }

    private static Standing standing(
            OpenCounts open, LedgerEntry entry, @Nullable Breaker breaker) {
        var last =
                new LastEvaluation(
                        entry.through(), entry.outcome().text(), entry.duration().toMillis());
        return new Standing((int) open.firing(), (int) open.pending(), last, pause(entry, breaker));
    }

    private static @Nullable Pause pause(LedgerEntry entry, @Nullable Breaker breaker) {
        return breaker != null
                        && breaker.until() != null
                        && breaker.isOpen(entry.ruleVersion(), entry.through())
                ? new Pause(breaker.until(), breaker.failures(), breaker.reason())
                : null;
    }
}

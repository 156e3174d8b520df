// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import dev.sextant.evaluation.EvaluationLog;
import dev.sextant.rule.Rule;
import dev.sextant.rule.RuleChanged;
import dev.sextant.rule.RuleId;
import dev.sextant.rule.Rules;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Knows which rules there are and hands them over when their beat ticks. What was last done is read from the ledger, so a
/// restart goes on where the process stopped.
@ApplicationScoped
public class RuleClock implements TenantHoldings {
    private final Map<Key, ScheduledRule> scheduled = new ConcurrentHashMap<>();
    private final Rules rules;
    private final EvaluationLog log;
    private final SlotRunner runner;
    private final Beats beats;

    RuleClock(Rules rules, EvaluationLog log, SlotRunner runner, Beats beats) {
        this.rules = rules;
        this.log = log;
        this.runner = runner;
        this.beats = beats;
    }

    private record Key(TenantId tenant, RuleId rule) {}

    /// Takes all enabled rules on and starts their beats; what was missed is caught up at once.
    public void start() {
        for (var tenant : rules.tenantsWithEnabledRules()) {
            rules.listEnabled(tenant).forEach(rule -> schedule(tenant, rule));
        }
        beats.keep(wanted());
        scheduled.values().forEach(runner::submit);
    }

    /// A beat ticked: each of its rules has a slot due.
    public void tick(Beat beat) {
        scheduled.values().stream()
                .filter(entry -> Beat.of(entry.rule().header()).equals(beat))
                .forEach(runner::submit);
    }

    void onChange(@Observes RuleChanged change) {
        var enabled = rules.find(change.tenant(), change.rule()).filter(Rule::enabled);
        if (enabled.isPresent()) {
            schedule(change.tenant(), enabled.get());
        } else {
            scheduled.remove(new Key(change.tenant(), change.rule()));
        }
        beats.keep(wanted());
    }

    /// Takes all rules of a tenant off and returns when none of them is running any more.
    @Override
    public void erase(TenantId tenant) {
        for (var entry : scheduled.entrySet()) {
            if (entry.getKey().tenant().equals(tenant)) {
                entry.getValue().drop();
                scheduled.remove(entry.getKey());
            }
        }
        beats.keep(wanted());
        runner.awaitQuiet(tenant);
    }

    private void schedule(TenantId tenant, Rule rule) {
        scheduled.compute(
                new Key(tenant, rule.id()),
                (_, known) -> {
                    if (known == null) {
                        return entry(tenant, rule);
                    }
                    known.replace(rule);
                    return known;
                });
    }

    private ScheduledRule entry(TenantId tenant, Rule rule) {
        var start = rule.header().timing().newest(rule.activeSince());
        var last =
                log.lastSlot(tenant, rule.id()).filter(slot -> slot.isAfter(start)).orElse(start);
        return new ScheduledRule(tenant, rule, last);
    }

    private Set<Beat> wanted() {
        return scheduled.values().stream()
                .map(entry -> Beat.of(entry.rule().header()))
                .collect(Collectors.toUnmodifiableSet());
    }
}

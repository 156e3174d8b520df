// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.alert.AlertLifecycle;
import dev.sextant.alert.AlertSource;
import dev.sextant.alert.Text;
import dev.sextant.evaluation.RuleEvaluator.Job;
import dev.sextant.evaluation.SlotRecords.Done;
import dev.sextant.rule.Rule;
import dev.sextant.script.Language;
import dev.sextant.script.Script;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Takes one slot of one rule from due to done: script, judgement, alert life cycle, records.
@ApplicationScoped
public class SlotEvaluation {
    private final RuleEvaluator evaluator;
    private final AlertRecords alerts;
    private final RuleMemory memory;
    private final SlotRecords records;
    private final RecentEvaluations recent;

    SlotEvaluation(
            RuleEvaluator evaluator,
            AlertRecords alerts,
            RuleMemory memory,
            SlotRecords records,
            RecentEvaluations recent) {
        this.evaluator = evaluator;
        this.alerts = alerts;
        this.memory = memory;
        this.records = records;
        this.recent = recent;
    }

    /// Evaluates one slot, unless the rule's breaker is open: then the slot is recorded as skipped.
    ///
    /// @param now the time by the clock, not before the slot
    /// @throws SlotTakenException when the slot is in the ledger already; nothing was changed then
    public LedgerEntry evaluate(TenantId tenant, Rule rule, Instant slot, Instant now) {
        var breaker = memory.breaker(tenant, rule);
        if (breaker.isOpen(rule.version(), slot)) {
            return leftAlone(tenant, rule, breaker, slot, now);
        }
        var started = System.nanoTime();
        var before = alerts.listBefore(tenant, rule, slot);
        var job = job(rule, memory.state(tenant, rule.id())).slotBySlot();
        var run = evaluator.run(tenant, job, slot);
        var ended = alerts.ended(tenant, rule, before, slot);
        var advance = run.without(ended).advance(lifecycle(tenant, rule), before, slot);
        var entry =
                new LedgerEntry(
                        UUID.randomUUID().toString(),
                        rule.id(),
                        rule.version(),
                        slot,
                        slot,
                        run.outcome(),
                        run.problem() == null ? null : run.problem().message(),
                        now,
                        Duration.ofNanos(System.nanoTime() - started),
                        run.detail());
        var next = breaker.after(entry, rule.header().timing().distance(slot));
        records.keep(tenant, new Done(entry, advance, next.equals(breaker) ? null : next, run));
        recent.add(tenant, entry, Duration.between(slot.plus(rule.header().delay()), now));
        return entry;
    }

    /// A slot of a rule whose breaker is open: not evaluated, and its alerts stay as they were.
    private LedgerEntry leftAlone(
            TenantId tenant, Rule rule, Breaker breaker, Instant slot, Instant now) {
        var reason =
                "left alone until %s after %d failures in a row, the last one: %s"
                        .formatted(breaker.until(), breaker.failures(), breaker.reason());
        var entry = LedgerEntry.skipped(rule, slot, slot, reason, now);
        records.keepSkipped(tenant, entry);
        return entry;
    }

    /// Records slots that will never be evaluated.
    ///
    /// @throws SlotTakenException when the first slot is in the ledger already
    public void skip(TenantId tenant, Rule rule, SkippedSlots skipped, Instant now) {
        records.keepSkipped(
                tenant,
                LedgerEntry.skipped(
                        rule, skipped.from(), skipped.through(), skipped.reason(), now));
    }

    /// Slots in a row, first and last, and why they are skipped.
    public record SkippedSlots(Instant from, Instant through, String reason) {}

    static Job job(Rule rule, JsonNode state) {
        var language =
                Language.of(rule.language())
                        .orElseThrow(() ->
                                new IllegalStateException("unknown language of rule " + rule.id()));
        return new Job(
                rule.header(), new Script(language, rule.source()), rule.parameters(), state);
    }

    static AlertLifecycle lifecycle(TenantId tenant, Rule rule) {
        var source = new AlertSource(tenant, rule.id().value(), new Text(rule.header().title()));
        return new AlertLifecycle(source, rule.header().policy());
    }
}

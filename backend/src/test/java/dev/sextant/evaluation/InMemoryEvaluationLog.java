// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A ledger without a database.
public final class InMemoryEvaluationLog implements EvaluationLog {
    private record Line(TenantId tenant, LedgerEntry entry) {}

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    @Override
    public synchronized void append(TenantId tenant, LedgerEntry entry) {
        if (entries(tenant, entry.rule()).anyMatch(known -> known.slot().equals(entry.slot()))) {
            throw new SlotTakenException(
                    entry.rule(), entry.slot(), new IllegalStateException("taken"));
        }
        lines.add(new Line(tenant, entry));
    }

    @Override
    public Optional<Instant> lastSlot(TenantId tenant, RuleId rule) {
        return entries(tenant, rule).map(LedgerEntry::through).max(Comparator.naturalOrder());
    }

    @Override
    public Optional<LedgerEntry> find(TenantId tenant, String id) {
        return all(tenant).filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public List<LedgerEntry> list(
            TenantId tenant, RuleId rule, @Nullable Instant before, int limit) {
        return entries(tenant, rule)
                .filter(entry -> before == null || entry.slot().isBefore(before))
                .sorted(Comparator.comparing(LedgerEntry::slot).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Map<RuleId, LedgerEntry> latest(TenantId tenant) {
        var latest = new HashMap<RuleId, LedgerEntry>();
        all(tenant)
                .sorted(Comparator.comparing(LedgerEntry::slot))
                .forEach(entry -> latest.put(entry.rule(), entry));
        return latest;
    }

    @Override
    public void deleteAll(TenantId tenant, RuleId rule) {
        lines.removeIf(line -> line.tenant().equals(tenant) && line.entry().rule().equals(rule));
    }

    @Override
    public long deleteOlderThan(TenantId tenant, Instant age) {
        var before = lines.size();
        lines.removeIf(
                line -> line.tenant().equals(tenant) && line.entry().through().isBefore(age));
        return before - lines.size();
    }

    private Stream<LedgerEntry> all(TenantId tenant) {
        return lines.stream().filter(line -> line.tenant().equals(tenant)).map(Line::entry);
    }

    private Stream<LedgerEntry> entries(TenantId tenant, RuleId rule) {
        return all(tenant).filter(entry -> entry.rule().equals(rule));
    }
}

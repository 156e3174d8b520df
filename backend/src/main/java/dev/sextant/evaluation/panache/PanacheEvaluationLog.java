// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.panache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.evaluation.EvaluationDetail;
import dev.sextant.evaluation.EvaluationLog;
import dev.sextant.evaluation.LedgerEntry;
import dev.sextant.evaluation.Outcome;
import dev.sextant.evaluation.SlotTakenException;
import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// The ledger in the relational database; a unique key on tenant, rule and slot keeps every slot single.
@ApplicationScoped
public class PanacheEvaluationLog implements EvaluationLog {
    private static final int REASON_LENGTH = 2_000;

    private final EvaluationRows rows;
    private final TenantTransactions transactions;
    private final ObjectMapper json;

    PanacheEvaluationLog(EvaluationRows rows, TenantTransactions transactions, ObjectMapper json) {
        this.rows = rows;
        this.transactions = transactions;
        this.json = json;
    }

    @Override
    public void append(TenantId tenant, LedgerEntry entry) {
        transactions.run(
                tenant,
                () -> {
                    try {
                        rows.persistAndFlush(row(entry));
                    } catch (ConstraintViolationException taken) {
                        throw new SlotTakenException(entry.rule(), entry.slot(), taken);
                    }
                });
    }

    @Override
    public Optional<Instant> lastSlot(TenantId tenant, RuleId rule) {
        return transactions.call(
                tenant,
                () ->
                        rows.find("ruleName = ?1 order by slotAt desc", rule.value())
                                .firstResultOptional()
                                .map(row -> row.throughAt));
    }

    @Override
    public Optional<LedgerEntry> find(TenantId tenant, String id) {
        return transactions.call(
                tenant, () -> rows.find("id", id).firstResultOptional().map(this::entry));
    }

    @Override
    public List<LedgerEntry> list(
            TenantId tenant, RuleId rule, @Nullable Instant before, int limit) {
        return transactions.call(
                tenant,
                () -> {
                    var found =
                            before == null
                                    ? rows.find("ruleName = ?1 order by slotAt desc", rule.value())
                                    : rows.find(
                                            "ruleName = ?1 and slotAt < ?2 order by slotAt desc",
                                            rule.value(),
                                            before);
                    return found.page(0, limit).stream().map(this::entry).toList();
                });
    }

    @Override
    public Map<RuleId, LedgerEntry> latest(TenantId tenant) {
        return transactions.call(
                tenant,
                () ->
                        rows
                                .find(
                                        "from EvaluationEntity e where e.slotAt ="
                                                + " (select max(o.slotAt) from EvaluationEntity o"
                                                + " where o.ruleName = e.ruleName)")
                                .stream()
                                .map(this::entry)
                                .collect(Collectors.toMap(LedgerEntry::rule, entry -> entry)));
    }

    @Override
    public void deleteAll(TenantId tenant, RuleId rule) {
        transactions.run(tenant, () -> rows.delete("ruleName", rule.value()));
    }

    @Override
    public long deleteOlderThan(TenantId tenant, Instant age) {
        return transactions.call(tenant, () -> rows.delete("throughAt < ?1", age));
    }

    private EvaluationEntity row(LedgerEntry entry) {
        var row = new EvaluationEntity();
        row.id = entry.id();
        row.ruleName = entry.rule().value();
        row.ruleVersion = entry.ruleVersion();
        row.slotAt = entry.slot();
        row.throughAt = entry.through();
        row.outcome = entry.outcome().text();
        row.reason = shortened(entry.reason());
        row.startedAt = entry.startedAt();
        row.durationMillis = entry.duration().toMillis();
        try {
            row.detail = json.writeValueAsString(entry.detail());
        } catch (JsonProcessingException problem) {
            throw new UncheckedIOException("an evaluation's detail cannot be written", problem);
        }
        return row;
    }

    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null || reason.length() <= REASON_LENGTH
                ? reason
                : reason.substring(0, REASON_LENGTH);
    }

    private LedgerEntry entry(EvaluationEntity row) {
        try {
            return new LedgerEntry(
                    row.id,
                    new RuleId(row.ruleName),
                    row.ruleVersion,
                    row.slotAt,
                    row.throughAt,
                    Outcome.of(row.outcome),
                    row.reason,
                    row.startedAt,
                    Duration.ofMillis(row.durationMillis),
                    json.readValue(row.detail, EvaluationDetail.class));
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(
                    "the detail of evaluation " + row.id + " cannot be read", damaged);
        }
    }
}

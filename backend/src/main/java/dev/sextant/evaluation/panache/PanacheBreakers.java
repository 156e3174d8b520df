// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.panache;

import dev.sextant.evaluation.Breaker;
import dev.sextant.evaluation.Breakers;
import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Breakers in the relational database, so that neither a restart nor another node forgets a failing rule.
@ApplicationScoped
public class PanacheBreakers implements Breakers {
    private static final int LONGEST_REASON = 2_000;

    private final BreakerRows rows;
    private final TenantTransactions transactions;

    PanacheBreakers(BreakerRows rows, TenantTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public Optional<Breaker> find(TenantId tenant, RuleId rule) {
        return transactions.call(tenant, () -> row(rule).map(PanacheBreakers::breaker));
    }

    @Override
    public Map<RuleId, Breaker> list(TenantId tenant) {
        return transactions.call(
                tenant,
                () ->
                        rows.listAll().stream()
                                .collect(
                                        Collectors.toUnmodifiableMap(
                                                row -> new RuleId(row.ruleName),
                                                PanacheBreakers::breaker)));
    }

    @Override
    public void put(TenantId tenant, RuleId rule, Breaker breaker) {
        transactions.run(
                tenant,
                () -> {
                    var row = row(rule).orElseGet(() -> added(rule));
                    row.ruleVersion = breaker.version();
                    row.failures = breaker.failures();
                    row.openUntil = breaker.until();
                    row.reason = shortened(breaker.reason());
                });
    }

    @Override
    public void delete(TenantId tenant, RuleId rule) {
        transactions.run(tenant, () -> rows.delete("ruleName", rule.value()));
    }

    private Optional<BreakerEntity> row(RuleId rule) {
        return rows.find("ruleName", rule.value()).firstResultOptional();
    }

    private BreakerEntity added(RuleId rule) {
        var row = new BreakerEntity();
        row.pk = UUID.randomUUID().toString();
        row.ruleName = rule.value();
        rows.persist(row);
        return row;
    }

    private static Breaker breaker(BreakerEntity row) {
        return new Breaker(row.ruleVersion, row.failures, row.openUntil, row.reason);
    }

    private static @Nullable String shortened(@Nullable String reason) {
        return reason == null || reason.length() <= LONGEST_REASON
                ? reason
                : reason.substring(0, LONGEST_REASON);
    }
}

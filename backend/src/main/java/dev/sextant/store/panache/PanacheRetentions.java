// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.panache;

import dev.sextant.store.Retentions;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Retentions in the relational database, one row for each tenant that has its own.
@ApplicationScoped
public class PanacheRetentions implements Retentions {
    private final TenantTransactions transactions;

    PanacheRetentions(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Duration> find(TenantId tenant) {
        return transactions.call(
                tenant,
                () ->
                        RetentionEntity.<RetentionEntity>findAll()
                                .firstResultOptional()
                                .map(row -> Duration.ofSeconds(row.seconds)));
    }

    @Override
    public void put(TenantId tenant, Duration retention) {
        transactions.run(
                tenant,
                () -> {
                    var known =
                            RetentionEntity.<RetentionEntity>findAll()
                                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                                    .firstResultOptional();
                    var row = known.orElseGet(RetentionEntity::new);
                    row.seconds = retention.toSeconds();
                    if (known.isEmpty()) {
                        row.pk = UUID.randomUUID().toString();
                        row.persist();
                    }
                });
    }

    @Override
    public void delete(TenantId tenant) {
        transactions.run(
                tenant,
                () ->
                        RetentionEntity.<RetentionEntity>findAll()
                                .firstResultOptional()
                                .ifPresent(RetentionEntity::delete));
    }
}

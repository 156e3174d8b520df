// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound.panache;

import dev.sextant.outbound.Sealed;
import dev.sextant.outbound.Secret;
import dev.sextant.outbound.Secrets;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Sealed secrets in the relational database.
@ApplicationScoped
public class PanacheSecrets implements Secrets {
    private final TenantTransactions transactions;
    private final EntityManager entities;

    PanacheSecrets(TenantTransactions transactions, EntityManager entities) {
        this.transactions = transactions;
        this.entities = entities;
    }

    // A change of keys concerns all tenants, so this one question is asked across them, past
    // Hibernate's tenant filter.
    @Override
    @Transactional
    public Set<TenantId> tenants() {
        List<?> names =
                entities.createNativeQuery("select distinct tenant_id from secret").getResultList();
        return names.stream()
                .map(name -> new TenantId(name.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Secret> list(TenantId tenant) {
        return transactions.call(
                tenant,
                () ->
                        SecretEntity.<SecretEntity>list("order by name").stream()
                                .map(PanacheSecrets::secret)
                                .toList());
    }

    @Override
    public Optional<Secret> find(TenantId tenant, String name) {
        return transactions.call(
                tenant,
                () ->
                        SecretEntity.<SecretEntity>find("name", name)
                                .firstResultOptional()
                                .map(PanacheSecrets::secret));
    }

    @Override
    public void put(TenantId tenant, Secret secret) {
        transactions.run(
                tenant,
                () -> {
                    var known =
                            SecretEntity.<SecretEntity>find("name", secret.name())
                                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                                    .firstResultOptional();
                    var row = known.orElseGet(SecretEntity::new);
                    row.name = secret.name();
                    row.hosts = String.join(" ", new TreeSet<>(secret.hosts()));
                    row.keyId = secret.sealed().keyId();
                    row.sealed = secret.sealed().text();
                    row.changedAt = secret.changedAt();
                    if (known.isEmpty()) {
                        row.pk = UUID.randomUUID().toString();
                        row.persist();
                    }
                });
    }

    @Override
    public boolean delete(TenantId tenant, String name) {
        return transactions.call(tenant, () -> SecretEntity.delete("name", name) > 0);
    }

    private static Secret secret(SecretEntity row) {
        return new Secret(
                row.name,
                Set.of(row.hosts.split(" ")),
                new Sealed(row.keyId, row.sealed),
                row.changedAt);
    }
}

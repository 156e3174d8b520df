// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.panache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.ingest.scrape.Target;
import dev.sextant.ingest.scrape.TargetSpec;
import dev.sextant.ingest.scrape.Targets;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Scrape targets in the relational database.
@ApplicationScoped
public class PanacheTargets implements Targets {
    private final TenantTransactions transactions;
    private final EntityManager entities;
    private final ObjectMapper json;

    PanacheTargets(TenantTransactions transactions, EntityManager entities, ObjectMapper json) {
        this.transactions = transactions;
        this.entities = entities;
        this.json = json;
    }

    // The clock serves all tenants, so this one question is asked across them, past Hibernate's
    // tenant filter.
    @Override
    @Transactional
    public Set<TenantId> tenants() {
        List<?> names =
                entities.createNativeQuery("select distinct tenant_id from scrape_target")
                        .getResultList();
        return names.stream()
                .map(name -> new TenantId(name.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Target> list(TenantId tenant) {
        return transactions.call(
                tenant,
                () ->
                        TargetEntity.<TargetEntity>list("order by name, pk").stream()
                                .map(this::target)
                                .toList());
    }

    @Override
    public Optional<Target> find(TenantId tenant, String id) {
        return transactions.call(
                tenant,
                () ->
                        TargetEntity.<TargetEntity>find("pk", id)
                                .firstResultOptional()
                                .map(this::target));
    }

    @Override
    public void add(TenantId tenant, Target target) {
        transactions.run(
                tenant,
                () -> {
                    var row = new TargetEntity();
                    row.pk = target.id();
                    fill(row, target);
                    row.persist();
                });
    }

    @Override
    public boolean replace(TenantId tenant, Target target) {
        return transactions.call(
                tenant,
                () -> {
                    var row =
                            TargetEntity.<TargetEntity>find("pk", target.id())
                                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                                    .firstResultOptional();
                    if (row.isEmpty() || row.get().version != target.version() - 1) {
                        return false;
                    }
                    fill(row.get(), target);
                    return true;
                });
    }

    @Override
    public boolean delete(TenantId tenant, String id) {
        return transactions.call(tenant, () -> TargetEntity.delete("pk", id) > 0);
    }

    private void fill(TargetEntity row, Target target) {
        row.version = target.version();
        row.name = Objects.requireNonNullElse(target.spec().name(), "");
        try {
            row.definition = json.writeValueAsString(target.spec());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a scrape target cannot be written", impossible);
        }
    }

    private Target target(TargetEntity row) {
        try {
            return Target.of(row.pk, row.version, json.readValue(row.definition, TargetSpec.class));
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException("a stored scrape target cannot be read", damaged);
        }
    }
}

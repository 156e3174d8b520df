// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.entity.discovery.DiscoveryPlan;
import dev.sextant.entity.discovery.DiscoveryPlans;
import dev.sextant.entity.discovery.DiscoveryRules;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// [DiscoveryPlans] in the relational database.
@ApplicationScoped
class PanacheDiscoveryPlans implements DiscoveryPlans {
    private final EntityManager session;
    private final TenantTransactions transactions;
    private final Contended contended;
    private final ObjectMapper json;

    PanacheDiscoveryPlans(
            EntityManager session,
            TenantTransactions transactions,
            Contended contended,
            ObjectMapper json) {
        this.session = session;
        this.transactions = transactions;
        this.contended = contended;
        this.json = json;
    }

    @Override
    public DiscoveryPlan find(TenantId tenant) {
        return transactions.call(
                tenant,
                () -> row(LockModeType.NONE).map(this::plan).orElseGet(DiscoveryPlan::usual));
    }

    @Override
    public boolean replace(TenantId tenant, DiscoveryPlan plan) {
        return contended.write(tenant, () -> replace(plan));
    }

    private boolean replace(DiscoveryPlan plan) {
        var known = row(LockModeType.PESSIMISTIC_WRITE);
        if (plan.version() - 1 != known.map(row -> row.version).orElse(0)) {
            return false;
        }
        var row = known.orElseGet(DiscoveryEntity::new);
        row.version = plan.version();
        row.rules = write(plan.rules());
        row.updatedAt = Objects.requireNonNullElse(plan.updatedAt(), Instant.EPOCH);
        row.updatedBy = Objects.requireNonNullElse(plan.updatedBy(), "");
        if (known.isEmpty()) {
            row.pk = UUID.randomUUID().toString();
            session.persist(row);
        }
        return true;
    }

    private Optional<DiscoveryEntity> row(LockModeType lock) {
        return session
                .createQuery("from DiscoveryEntity", DiscoveryEntity.class)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    private DiscoveryPlan plan(DiscoveryEntity row) {
        try {
            var rules = json.readValue(row.rules, DiscoveryRules.class);
            return new DiscoveryPlan(row.version, rules, row.updatedAt, row.updatedBy);
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException("a tenant's stored discovery cannot be read", damaged);
        }
    }

    private String write(DiscoveryRules rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("rules of discovery cannot be written", impossible);
        }
    }
}

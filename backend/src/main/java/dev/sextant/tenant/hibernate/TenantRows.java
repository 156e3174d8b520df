// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant.hibernate;

import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.AnnotatedElement;
import java.util.stream.Stream;

/// The rows of every table whose rows belong to a tenant, whichever room the table is of: a new one needs no word here.
@ApplicationScoped
class TenantRows implements TenantHoldings {
    private final EntityManager manager;
    private final TenantTransactions transactions;

    TenantRows(EntityManager manager, TenantTransactions transactions) {
        this.manager = manager;
        this.transactions = transactions;
    }

    @Override
    public void erase(TenantId tenant) {
        transactions.run(tenant, () -> deletions().forEach(deletion -> delete(deletion, tenant)));
    }

    private void delete(String deletion, TenantId tenant) {
        manager.createQuery(deletion).setParameter("tenant", tenant.value()).executeUpdate();
    }

    private Stream<String> deletions() {
        return manager.getMetamodel().getEntities().stream().flatMap(TenantRows::deletions);
    }

    private static Stream<String> deletions(EntityType<?> type) {
        return type.getAttributes().stream()
                .filter(attribute ->
                        attribute.getJavaMember() instanceof AnnotatedElement member
                                && member.isAnnotationPresent(
                                        org.hibernate.annotations.TenantId.class))
                .map(attribute ->
                        "delete from %s row where row.%s = :tenant"
                                .formatted(type.getName(), attribute.getName()));
    }
}

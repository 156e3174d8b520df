// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import dev.sextant.entity.Maintenance;
import dev.sextant.entity.MaintenanceWindow;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// [Maintenance] in the relational database.
@ApplicationScoped
class PanacheMaintenance implements Maintenance {
    private final EntityManager session;
    private final TenantTransactions transactions;

    PanacheMaintenance(EntityManager session, TenantTransactions transactions) {
        this.session = session;
        this.transactions = transactions;
    }

    @Override
    public void add(TenantId tenant, Collection<MaintenanceWindow> windows) {
        transactions.run(tenant, () -> windows.forEach(window -> session.persist(row(window))));
    }

    private static MaintenanceEntity row(MaintenanceWindow window) {
        var row = new MaintenanceEntity();
        row.pk = "%013d-%s".formatted(window.since().toEpochMilli(), UUID.randomUUID());
        row.entityId = window.entity();
        row.reason = window.reason();
        row.since = window.since();
        row.until = window.until();
        return row;
    }

    @Override
    public boolean end(TenantId tenant, String id, Instant at) {
        return transactions.call(
                tenant,
                () -> {
                    var found =
                            session.createQuery(
                                            "from MaintenanceEntity where pk = :id and until > :at",
                                            MaintenanceEntity.class)
                                    .setParameter("id", id)
                                    .setParameter("at", at)
                                    .getResultList();
                    found.forEach(row -> end(row, at));
                    return !found.isEmpty();
                });
    }

    private void end(MaintenanceEntity row, Instant at) {
        if (row.since.isBefore(at)) {
            row.until = at;
        } else {
            session.remove(row);
        }
    }

    @Override
    public List<MaintenanceWindow> list(TenantId tenant, Filter filter, Instant at) {
        return transactions.call(
                tenant,
                () ->
                        session
                                .createQuery(
                                        "from MaintenanceEntity where until > :at and pk > :after and (:entity = '' or entityId = :entity) order by pk",
                                        MaintenanceEntity.class)
                                .setParameter("at", at)
                                .setParameter("after", filter.after())
                                .setParameter("entity", filter.entity())
                                .setMaxResults(filter.limit())
                                .getResultList()
                                .stream()
                                .map(PanacheMaintenance::window)
                                .toList());
    }

    @Override
    public Set<String> entities(TenantId tenant, Instant at) {
        return transactions.call(
                tenant,
                () ->
                        new HashSet<>(
                                session.createQuery(
                                                "select distinct entityId from MaintenanceEntity where since <= :at and until > :at",
                                                String.class)
                                        .setParameter("at", at)
                                        .getResultList()));
    }

    private static MaintenanceWindow window(MaintenanceEntity row) {
        return new MaintenanceWindow(row.pk, row.entityId, row.since, row.until, row.reason);
    }
}

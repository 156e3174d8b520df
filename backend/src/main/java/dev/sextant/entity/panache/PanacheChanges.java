// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import dev.sextant.entity.Change;
import dev.sextant.entity.Changes;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// [Changes] in the relational database.
@ApplicationScoped
class PanacheChanges implements Changes {
    private final EntityManager session;
    private final TenantTransactions transactions;

    PanacheChanges(EntityManager session, TenantTransactions transactions) {
        this.session = session;
        this.transactions = transactions;
    }

    @Override
    public void add(TenantId tenant, Collection<Change> changes) {
        transactions.run(tenant, () -> changes.forEach(change -> session.persist(row(change))));
    }

    private static ChangeEntity row(Change change) {
        var row = new ChangeEntity();
        row.pk = "%013d-%s".formatted(change.at().toEpochMilli(), UUID.randomUUID());
        row.entityId = change.entity();
        row.kind = change.kind();
        row.text = change.text();
        row.at = change.at();
        return row;
    }

    @Override
    public List<Change> list(TenantId tenant, Filter filter) {
        boolean isNarrowed = !filter.entities().isEmpty();
        var text =
                "from ChangeEntity where at > :since and at <= :until%s order by at desc, pk desc"
                        .formatted(isNarrowed ? " and entityId in :ids" : "");
        return transactions.call(
                tenant,
                () -> {
                    var query =
                            session.createQuery(text, ChangeEntity.class)
                                    .setParameter("since", filter.stretch().since())
                                    .setParameter("until", filter.stretch().until())
                                    .setMaxResults(filter.limit());
                    if (isNarrowed) {
                        query.setParameter("ids", filter.entities());
                    }
                    return query.getResultList().stream().map(PanacheChanges::change).toList();
                });
    }

    @Override
    public Set<String> changed(TenantId tenant, Stretch stretch) {
        return transactions.call(
                tenant,
                () ->
                        new HashSet<>(
                                session.createQuery(
                                                "select distinct entityId from ChangeEntity where at > :since and at <= :until",
                                                String.class)
                                        .setParameter("since", stretch.since())
                                        .setParameter("until", stretch.until())
                                        .getResultList()));
    }

    private static Change change(ChangeEntity row) {
        return new Change(row.entityId, row.at, row.kind, row.text);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import dev.sextant.entity.discovery.Sightings;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/// [Sightings] in the relational database.
@ApplicationScoped
class PanacheSightings implements Sightings {
    private final EntityManager session;
    private final TenantTransactions transactions;
    private final Contended contended;

    PanacheSightings(EntityManager session, TenantTransactions transactions, Contended contended) {
        this.session = session;
        this.transactions = transactions;
        this.contended = contended;
    }

    @Override
    public void saw(TenantId tenant, Collection<String> ids, Instant at) {
        contended.write(
                tenant,
                () -> {
                    var news = new HashSet<>(ids);
                    IdParts.of(ids).forEach(part -> news.removeAll(known(part)));
                    IdParts.of(ids).forEach(part -> update(part, at));
                    news.forEach(id -> session.persist(row(id, at)));
                    return news.size();
                });
    }

    private static SightingEntity row(String id, Instant at) {
        var row = new SightingEntity();
        row.pk = UUID.randomUUID().toString();
        row.entityId = id;
        row.at = at;
        return row;
    }

    private List<String> known(List<String> ids) {
        return session.createQuery(
                        "select entityId from SightingEntity where entityId in :ids", String.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    @Override
    public void sawAgain(TenantId tenant, Collection<String> ids, Instant at) {
        transactions.run(tenant, () -> IdParts.of(ids).forEach(part -> update(part, at)));
    }

    private void update(List<String> ids, Instant at) {
        session.createQuery("update SightingEntity set at = :at where entityId in :ids")
                .setParameter("at", at)
                .setParameter("ids", ids)
                .executeUpdate();
    }

    @Override
    public List<String> unseenSince(TenantId tenant, Instant time) {
        return transactions.call(
                tenant,
                () ->
                        session.createQuery(
                                        "select entityId from SightingEntity where at < :time order by entityId",
                                        String.class)
                                .setParameter("time", time)
                                .getResultList());
    }

    @Override
    public void forget(TenantId tenant, Collection<String> ids) {
        transactions.run(
                tenant,
                () ->
                        IdParts.of(ids)
                                .forEach(part ->
                                        session.createQuery(
                                                        "delete from SightingEntity where entityId in :ids")
                                                .setParameter("ids", part)
                                                .executeUpdate()));
    }
}

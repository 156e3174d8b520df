// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import dev.sextant.entity.Link;
import dev.sextant.entity.Relation;
import dev.sextant.entity.Relations;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// [Relations] in the relational database.
@ApplicationScoped
class PanacheRelations implements Relations {
    private final RelationRows rows;
    private final TenantTransactions transactions;

    PanacheRelations(RelationRows rows, TenantTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public void put(TenantId tenant, Collection<Link> links, Instant at) {
        transactions.run(
                tenant,
                () -> {
                    for (var link : new LinkedHashSet<>(links)) {
                        if (open(link).isEmpty()) {
                            add(link, at);
                        }
                    }
                });
    }

    private void add(Link link, Instant at) {
        var row = new RelationEntity();
        row.pk = "%013d-%s".formatted(at.toEpochMilli(), UUID.randomUUID());
        row.fromId = link.from();
        row.kind = link.type();
        row.toId = link.to();
        row.since = at;
        rows.persist(row);
    }

    @Override
    public boolean end(TenantId tenant, Link link, Instant at) {
        return transactions.call(
                tenant,
                () -> {
                    var row = open(link);
                    row.ifPresent(held -> held.until = at);
                    return row.isPresent();
                });
    }

    @Override
    public List<Relation> list(TenantId tenant, Filter filter, Instant at) {
        var query =
                new StringBuilder(
                        "since <= :at and (until is null or until > :at) and pk > :after");
        var given = new HashMap<String, Object>(Map.of("at", at, "after", filter.after()));
        if (filter.entity() != null) {
            query.append(" and (fromId = :entity or toId = :entity)");
            given.put("entity", filter.entity());
        }
        if (filter.type() != null) {
            query.append(" and kind = :type");
            given.put("type", filter.type());
        }
        query.append(" order by pk");
        return transactions.call(
                tenant,
                () ->
                        rows
                                .find(query.toString(), given)
                                .page(Page.ofSize(filter.limit()))
                                .list()
                                .stream()
                                .map(PanacheRelations::relation)
                                .toList());
    }

    private Optional<RelationEntity> open(Link link) {
        return rows.find(
                        "until is null and fromId = ?1 and kind = ?2 and toId = ?3",
                        link.from(),
                        link.type(),
                        link.to())
                .firstResultOptional();
    }

    private static Relation relation(RelationEntity row) {
        return new Relation(row.pk, new Link(row.fromId, row.kind, row.toId), row.since, row.until);
    }
}

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
import java.util.UUID;

/// [Relations] in the relational database.
@ApplicationScoped
class PanacheRelations implements Relations {
    private final RelationRows rows;
    private final TenantTransactions transactions;
    private final Contended contended;

    PanacheRelations(RelationRows rows, TenantTransactions transactions, Contended contended) {
        this.rows = rows;
        this.transactions = transactions;
        this.contended = contended;
    }

    @Override
    public void put(TenantId tenant, Collection<Link> links, Instant at) {
        contended.write(
                tenant,
                () -> {
                    var asked = new LinkedHashSet<>(links);
                    asked.removeAll(open(asked).keySet());
                    asked.forEach(link -> add(link, at));
                    return asked.size();
                });
    }

    /// What holds of these links.
    private Map<Link, RelationEntity> open(Collection<Link> links) {
        var texts = links.stream().map(PanacheRelations::text).toList();
        var open = new HashMap<Link, RelationEntity>();
        IdParts.of(texts)
                .flatMap(part -> rows.list("open in ?1", part).stream())
                .forEach(row -> open.put(link(row), row));
        return open;
    }

    private static String text(Link link) {
        return "%s %s %s".formatted(link.from(), link.type(), link.to());
    }

    private void add(Link link, Instant at) {
        var row = new RelationEntity();
        row.pk = "%013d-%s".formatted(at.toEpochMilli(), UUID.randomUUID());
        row.fromId = link.from();
        row.kind = link.type();
        row.toId = link.to();
        row.since = at;
        row.open = text(link);
        rows.persist(row);
    }

    @Override
    public boolean end(TenantId tenant, Link link, Instant at) {
        return transactions.call(
                tenant,
                () -> {
                    var row = open(List.of(link)).get(link);
                    if (row != null) {
                        row.until = at;
                        row.open = null;
                    }
                    return row != null;
                });
    }

    @Override
    public List<Relation> list(TenantId tenant, Filter filter, Instant at) {
        var query = new StringBuilder(VersionRows.AS_OF + " and pk > :after");
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

    @Override
    public List<Link> around(TenantId tenant, Collection<String> ids, Step step, Instant at) {
        return transactions.call(
                tenant,
                () ->
                        IdParts.of(ids)
                                .flatMap(part -> around(part, step, at).stream())
                                .distinct()
                                .limit(step.limit())
                                .toList());
    }

    private List<Link> around(List<String> ids, Step step, Instant at) {
        var ends =
                switch (step.direction()) {
                    case UPSTREAM -> "fromId in :ids";
                    case DOWNSTREAM -> "toId in :ids";
                    case BOTH -> "(fromId in :ids or toId in :ids)";
                };
        var given = new HashMap<String, Object>(Map.of("ids", ids, "at", at));
        if (!step.types().isEmpty()) {
            given.put("types", step.types());
        }
        var query =
                ends
                        + (step.types().isEmpty() ? "" : " and kind in :types")
                        + " and "
                        + VersionRows.AS_OF
                        + " order by pk";
        return rows.find(query, given).page(Page.ofSize(step.limit())).list().stream()
                .map(PanacheRelations::link)
                .toList();
    }

    private static Link link(RelationEntity row) {
        return new Link(row.fromId, row.kind, row.toId);
    }

    private static Relation relation(RelationEntity row) {
        return new Relation(row.pk, link(row), row.since, row.until);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import dev.sextant.entity.Entities;
import dev.sextant.entity.Entity;
import dev.sextant.entity.EntityFilter;
import dev.sextant.entity.EntityKey;
import dev.sextant.entity.Facts;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// [Entities] in the relational database.
@ApplicationScoped
class PanacheEntities implements Entities {
    private static final String AS_OF = "since <= :at and (until is null or until > :at)";
    private static final int IDS_OF_A_QUERY = 500;

    private final VersionRows rows;
    private final RelationRows relations;
    private final VersionJson json;
    private final TenantTransactions transactions;

    PanacheEntities(
            VersionRows rows,
            RelationRows relations,
            VersionJson json,
            TenantTransactions transactions) {
        this.rows = rows;
        this.relations = relations;
        this.json = json;
        this.transactions = transactions;
    }

    @Override
    public boolean put(TenantId tenant, Map<EntityKey, Facts> facts, Instant at) {
        return transactions.call(tenant, () -> put(facts, at));
    }

    private boolean put(Map<EntityKey, Facts> facts, Instant at) {
        var open = open(facts.keySet().stream().map(EntityKey::id).toList());
        long added = facts.keySet().stream().filter(key -> !open.containsKey(key.id())).count();
        if (added > 0 && rows.count("until is null") + added > MOST) {
            return false;
        }
        facts.forEach((key, news) -> {
            var row = open.get(key.id());
            if (row == null || !entity(row).facts().equals(news)) {
                change(row, key, news, at);
            }
        });
        return true;
    }

    /// What was said in the same instant is said anew; else the version ends and another one begins.
    private void change(@Nullable VersionEntity row, EntityKey key, Facts news, Instant at) {
        if (row != null && !row.since.isBefore(at)) {
            json.write(news, row);
            return;
        }
        if (row != null) {
            row.until = at;
        }
        var version = new VersionEntity();
        version.pk = UUID.randomUUID().toString();
        version.entityId = key.id();
        version.kind = key.type();
        version.labels = json.write(key.labels());
        version.since = at;
        json.write(news, version);
        rows.persist(version);
    }

    private Map<String, VersionEntity> open(List<String> ids) {
        var open = new HashMap<String, VersionEntity>();
        for (int from = 0; from < ids.size(); from += IDS_OF_A_QUERY) {
            var part = ids.subList(from, Math.min(ids.size(), from + IDS_OF_A_QUERY));
            rows.list("until is null and entityId in ?1", part)
                    .forEach(row -> open.put(row.entityId, row));
        }
        return open;
    }

    @Override
    public boolean end(TenantId tenant, String id, Instant at) {
        return transactions.call(
                tenant,
                () -> {
                    relations.endAllOf(id, at);
                    return rows.update("until = ?1 where until is null and entityId = ?2", at, id)
                            > 0;
                });
    }

    @Override
    public Optional<Entity> find(TenantId tenant, String id, Instant at) {
        return transactions.call(
                tenant,
                () ->
                        rows.find("entityId = :id and " + AS_OF, Map.of("id", id, "at", at))
                                .firstResultOptional()
                                .map(this::entity));
    }

    @Override
    public List<Entity> list(TenantId tenant, EntityFilter filter, Instant at) {
        var query = new StringBuilder(AS_OF).append(" and entityId > :after");
        var given = new HashMap<String, Object>(Map.of("at", at, "after", filter.after()));
        if (filter.type() != null) {
            query.append(" and kind = :type");
            given.put("type", filter.type());
        }
        if (!filter.search().isEmpty()) {
            query.append(
                    " and (lower(name) like :search escape '!' or lower(entityId) like :search escape '!')");
            given.put("search", "%" + escaped(filter.search().toLowerCase(Locale.ROOT)) + "%");
        }
        if (filter.tag() != null) {
            query.append(" and tags like :tag escape '!'");
            given.put("tag", "%\n" + escaped(filter.tag()) + "\n%");
        }
        query.append(" order by entityId");
        return transactions.call(
                tenant,
                () ->
                        rows
                                .find(query.toString(), given)
                                .page(Page.ofSize(filter.limit()))
                                .list()
                                .stream()
                                .map(this::entity)
                                .toList());
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private Entity entity(VersionEntity row) {
        return new Entity(
                new EntityKey(row.kind, json.labels(row.labels)),
                json.facts(row),
                row.since,
                row.until);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import dev.sextant.entity.Entities;
import dev.sextant.entity.Entity;
import dev.sextant.entity.EntityFilter;
import dev.sextant.entity.EntityKey;
import dev.sextant.entity.Facts;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// [Entities] in the relational database.
@ApplicationScoped
class PanacheEntities implements Entities {
    private static final String AS_OF = VersionRows.AS_OF;

    private final VersionRows rows;
    private final RelationRows relations;
    private final ShapeRows shapes;
    private final VersionJson json;
    private final Contended contended;

    PanacheEntities(
            VersionRows rows,
            RelationRows relations,
            ShapeRows shapes,
            VersionJson json,
            Contended contended) {
        this.rows = rows;
        this.relations = relations;
        this.shapes = shapes;
        this.json = json;
        this.contended = contended;
    }

    @Override
    public boolean put(TenantId tenant, Map<EntityKey, Facts> facts, Instant at) {
        return contended.write(tenant, () -> put(facts, at));
    }

    private boolean put(Map<EntityKey, Facts> facts, Instant at) {
        var open = open(facts.keySet().stream().map(EntityKey::id).toList());
        long added = facts.keySet().stream().filter(key -> !open.containsKey(key.id())).count();
        if (added > 0 && rows.count("until is null") + added > MOST) {
            return false;
        }
        shapes.add(facts.keySet().stream().map(EntityKey::shape).toList());
        var changed = new LinkedHashMap<EntityKey, Facts>();
        facts.forEach((key, news) -> {
            var row = open.get(key.id());
            if (row == null || !entity(row).facts().equals(news) && !isSaidAnew(row, news, at)) {
                changed.put(key, news);
            }
        });
        changed.keySet().stream()
                .flatMap(key -> Stream.ofNullable(open.get(key.id())))
                .forEach(row -> {
                    row.until = at;
                    row.open = null;
                });
        // Updates first: a flush would insert the new versions before the old ones are closed.
        rows.flush();
        changed.forEach((key, news) -> begin(key, news, at));
        return true;
    }

    /// What is said twice in the same instant is said anew; nothing of it is a version of its own.
    private boolean isSaidAnew(VersionEntity row, Facts news, Instant at) {
        if (row.since.isBefore(at)) {
            return false;
        }
        json.write(news, row);
        return true;
    }

    private void begin(EntityKey key, Facts news, Instant at) {
        var version = new VersionEntity();
        version.pk = UUID.randomUUID().toString();
        version.entityId = key.id();
        version.kind = key.type();
        version.labels = json.write(key.labels());
        version.since = at;
        version.open = key.id();
        json.write(news, version);
        rows.persist(version);
    }

    private Map<String, VersionEntity> open(List<String> ids) {
        var open = new HashMap<String, VersionEntity>();
        IdParts.of(ids)
                .flatMap(part -> rows.list("until is null and entityId in ?1", part).stream())
                .forEach(row -> open.put(row.entityId, row));
        return open;
    }

    @Override
    public boolean end(TenantId tenant, String id, Instant at) {
        return contended.read(
                tenant,
                () -> {
                    relations.endAllOf(id, at);
                    return rows.update(
                                    "until = ?1, open = null where until is null and entityId = ?2",
                                    at,
                                    id)
                            > 0;
                });
    }

    @Override
    public List<Entity> findAll(TenantId tenant, Collection<String> ids, Instant at) {
        return contended.read(tenant, () -> found(List.copyOf(ids), at));
    }

    private List<Entity> found(List<String> ids, Instant at) {
        var query = "entityId in :ids and " + AS_OF;
        return IdParts.of(ids)
                .flatMap(part -> rows.list(query, Map.of("ids", part, "at", at)).stream())
                .map(this::entity)
                .toList();
    }

    @Override
    public Map<Labels, List<Entity>> about(TenantId tenant, Collection<Labels> labels, Instant at) {
        return contended.read(tenant, () -> about(labels, at));
    }

    private Map<Labels, List<Entity>> about(Collection<Labels> labels, Instant at) {
        var known = shapes.shapes();
        var candidates = new LinkedHashMap<Labels, List<String>>();
        for (var one : labels) {
            var ids = known.stream().flatMap(shape -> EntityKey.of(shape, one).stream());
            candidates.put(one, ids.map(EntityKey::id).toList());
        }
        var ids = candidates.values().stream().flatMap(List::stream).distinct().toList();
        var found = new HashMap<String, Entity>();
        found(ids, at).forEach(entity -> found.put(entity.id(), entity));
        var about = new LinkedHashMap<Labels, List<Entity>>();
        candidates.forEach((one, those) -> {
            var entities = those.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
            if (!entities.isEmpty()) {
                about.put(one, mostSpecific(entities));
            }
        });
        return about;
    }

    private static List<Entity> mostSpecific(List<Entity> entities) {
        int most = entities.stream().mapToInt(PanacheEntities::detail).max().orElse(0);
        return entities.stream()
                .filter(entity -> detail(entity) == most)
                .sorted(Comparator.comparing(Entity::id))
                .toList();
    }

    private static int detail(Entity entity) {
        return entity.key().labels().size();
    }

    @Override
    public Optional<Entity> find(TenantId tenant, String id, Instant at) {
        return contended.read(
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
        return contended.read(
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

    @Override
    public SortedMap<String, Long> types(TenantId tenant, Instant at) {
        return contended.read(
                tenant,
                () -> {
                    var types = new TreeMap<String, Long>();
                    rows.find(
                                    "select kind, count(*) from VersionEntity where "
                                            + AS_OF
                                            + " group by kind",
                                    Map.of("at", at))
                            .project(TypeCount.class)
                            .list()
                            .forEach(count -> types.put(count.kind(), count.entities()));
                    return types;
                });
    }

    /// How many entities of a type there are.
    record TypeCount(String kind, long entities) {}

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

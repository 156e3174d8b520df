// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import dev.sextant.entity.Entities;
import dev.sextant.entity.Entity;
import dev.sextant.entity.EntityFilter;
import dev.sextant.entity.EntityKey;
import dev.sextant.entity.Facts;
import dev.sextant.entity.Link;
import dev.sextant.entity.Relation;
import dev.sextant.entity.Relations;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The entities and relations that a check brings, as rules ask for them; nobody writes to them.
final class GivenGraph implements Entities, Relations {
    private final GivenWorld world;

    GivenGraph(GivenWorld world) {
        this.world = world;
    }

    @Override
    public List<Entity> findAll(TenantId tenant, Collection<String> ids, Instant at) {
        return world.entities().stream().filter(entity -> ids.contains(entity.id())).toList();
    }

    @Override
    public Map<Labels, List<Entity>> about(TenantId tenant, Collection<Labels> labels, Instant at) {
        var about = new HashMap<Labels, List<Entity>>();
        for (var one : labels) {
            var found = GivenWorld.about(world.entities(), one);
            if (!found.isEmpty()) {
                about.put(one, found);
            }
        }
        return about;
    }

    @Override
    public Optional<Entity> find(TenantId tenant, String id, Instant at) {
        return findAll(tenant, List.of(id), at).stream().findFirst();
    }

    @Override
    public SortedMap<String, Long> types(TenantId tenant, Instant at) {
        return world.entities().stream()
                .collect(
                        Collectors.groupingBy(
                                entity -> entity.key().type(),
                                TreeMap::new,
                                Collectors.counting()));
    }

    /// Rules ask by type alone.
    @Override
    public List<Entity> list(TenantId tenant, EntityFilter filter, Instant at) {
        return world.entities().stream()
                .filter(entity ->
                        filter.type() == null || entity.key().type().equals(filter.type()))
                .sorted(Comparator.comparing(Entity::id))
                .limit(filter.limit())
                .toList();
    }

    @Override
    public List<Link> around(TenantId tenant, Collection<String> ids, Step step, Instant at) {
        Predicate<Link> isGone =
                switch (step.direction()) {
                    case UPSTREAM -> link -> ids.contains(link.from());
                    case DOWNSTREAM -> link -> ids.contains(link.to());
                    case BOTH -> link -> ids.contains(link.from()) || ids.contains(link.to());
                };
        return world.links().stream()
                .filter(link -> step.types().isEmpty() || step.types().contains(link.type()))
                .filter(isGone)
                .limit(step.limit())
                .toList();
    }

    @Override
    public boolean put(TenantId tenant, Map<EntityKey, Facts> facts, Instant at) {
        throw readOnly();
    }

    @Override
    public boolean end(TenantId tenant, String id, Instant at) {
        throw readOnly();
    }

    @Override
    public void put(TenantId tenant, Collection<Link> links, Instant at) {
        throw readOnly();
    }

    @Override
    public boolean end(TenantId tenant, Link link, Instant at) {
        throw readOnly();
    }

    @Override
    public List<Relation> list(TenantId tenant, Filter filter, Instant at) {
        throw new UnsupportedOperationException("no rule asks for a list of relations");
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("the graph of a check is read only");
    }
}

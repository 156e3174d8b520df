// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.entity.Changes;
import dev.sextant.entity.Entities;
import dev.sextant.entity.Entity;
import dev.sextant.entity.EntityFilter;
import dev.sextant.entity.Maintenance;
import dev.sextant.query.InvalidPlanException;
import dev.sextant.query.PlanParser;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Finds the entities of a set that a script describes: a source, then filters one after another.
@ApplicationScoped
class EntitySets {
    private static final int MOST_OF_A_SOURCE = 20_000;
    private static final int MOST = 5_000;

    private final Entities entities;
    private final GraphWalk walk;
    private final FiringEntities firing;
    private final Changes changes;
    private final Maintenance maintenance;

    EntitySets(
            Entities entities,
            GraphWalk walk,
            FiringEntities firing,
            Changes changes,
            Maintenance maintenance) {
        this.entities = entities;
        this.walk = walk;
        this.firing = firing;
        this.changes = changes;
        this.maintenance = maintenance;
    }

    /// The entities as of that time: those of a walk the nearest first, others in order of their ids.
    ///
    /// @param set as a script sends it, unchecked
    /// @throws IllegalArgumentException in words for the author of the script when there is no such set, or it is too large
    List<Entity> find(TenantId tenant, JsonNode set, Instant now) {
        var found = source(tenant, set.path("source"), now);
        for (var filter : set.path("filters")) {
            found = filtered(tenant, found, filter, now);
        }
        if (set.path("first").asBoolean()) {
            return found.stream().limit(1).toList();
        }
        if (found.size() > MOST) {
            throw new IllegalArgumentException(
                    "the set has %,d entities; a rule may use %,d at a time: narrow it with .tagged or .where"
                            .formatted(found.size(), MOST));
        }
        return found;
    }

    private List<Entity> source(TenantId tenant, JsonNode source, Instant now) {
        if (source.has("type")) {
            return ofType(tenant, SetJson.text(source.path("type"), "the type of entities"), now);
        }
        if (source.has("labels")) {
            var labels = SetJson.labels(source.path("labels"));
            return entities.about(tenant, Set.of(labels), now).getOrDefault(labels, List.of());
        }
        if (source.has("walk")) {
            return walk.from(tenant, source.path("walk"), now);
        }
        if (source.has("changed")) {
            var length = SetJson.duration(source.path("changed"));
            return byId(tenant, changed(tenant, length, now), now);
        }
        if (source.path("maintenance").asBoolean()) {
            return byId(tenant, maintenance.entities(tenant, now), now);
        }
        throw new IllegalArgumentException("there are no such entities");
    }

    private List<Entity> ofType(TenantId tenant, String type, Instant now) {
        var filter = new EntityFilter(type, "", null, "", MOST_OF_A_SOURCE + 1);
        var found = entities.list(tenant, filter, now);
        if (found.size() > MOST_OF_A_SOURCE) {
            throw new IllegalArgumentException(
                    "there are more than %,d entities of type %s, which is too many for one rule"
                            .formatted(MOST_OF_A_SOURCE, type));
        }
        return found;
    }

    private Set<String> changed(TenantId tenant, Duration length, Instant now) {
        return changes.changed(tenant, new Changes.Stretch(now.minus(length), now));
    }

    private List<Entity> byId(TenantId tenant, Collection<String> ids, Instant now) {
        return entities.findAll(tenant, ids, now).stream()
                .sorted(Comparator.comparing(Entity::id))
                .toList();
    }

    private List<Entity> filtered(
            TenantId tenant, List<Entity> found, JsonNode filter, Instant now) {
        if (filter.has("tags")) {
            var tags = SetJson.texts(filter.path("tags"), "a tag");
            return found.stream()
                    .filter(entity -> tags.stream().allMatch(tag -> has(entity, tag)))
                    .toList();
        }
        if (filter.has("where")) {
            return matching(found, filter.path("where"));
        }
        if (filter.path("firing").asBoolean()) {
            return kept(found, firing.ids(tenant, now));
        }
        if (filter.has("changed")) {
            return kept(found, changed(tenant, SetJson.duration(filter.path("changed")), now));
        }
        if (filter.path("maintenance").asBoolean()) {
            return kept(found, maintenance.entities(tenant, now));
        }
        throw new IllegalArgumentException("entities cannot be narrowed so");
    }

    /// The tag itself, or one whose value it is: `core` stands for `tier:core` too.
    private static boolean has(Entity entity, String tag) {
        return entity.facts().tags().stream()
                .anyMatch(own -> own.equals(tag) || own.endsWith(":" + tag));
    }

    private static List<Entity> kept(List<Entity> found, Set<String> ids) {
        return found.stream().filter(entity -> ids.contains(entity.id())).toList();
    }

    private static List<Entity> matching(List<Entity> found, JsonNode conditions) {
        try {
            var matchers = PlanParser.matchers(conditions);
            return found.stream()
                    .filter(entity ->
                            matchers.stream()
                                    .allMatch(matcher ->
                                            matcher.matches(
                                                    entity.key().labels().value(matcher.label()))))
                    .toList();
        } catch (InvalidPlanException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        }
    }
}

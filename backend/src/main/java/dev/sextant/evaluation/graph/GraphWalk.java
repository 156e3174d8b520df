// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.entity.Entities;
import dev.sextant.entity.Entity;
import dev.sextant.entity.Link;
import dev.sextant.entity.Relations;
import dev.sextant.entity.Relations.Direction;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Goes along relations from an entity, step by step.
@ApplicationScoped
class GraphWalk {
    private static final int DEEPEST = 10;
    private static final int MOST_LINKS = 10_000;

    private final Entities entities;
    private final Relations relations;

    GraphWalk(Entities entities, Relations relations) {
        this.entities = entities;
        this.relations = relations;
    }

    /// What a walk met.
    ///
    /// @param start where it began
    /// @param met whom it met, the nearest first, and those of one distance in order of their ids; not where it began
    /// @param links along which it went
    record Met(List<Entity> start, List<Entity> met, List<Link> links) {}

    /// Whom the walk meets, the nearest first, and those of one distance in order of their ids; not where it begins.
    List<Entity> from(TenantId tenant, JsonNode walk, Instant now) {
        return along(tenant, walk, now).met();
    }

    /// Whom the walk meets, and by which relations.
    Met along(TenantId tenant, JsonNode walk, Instant now) {
        var at = SetJson.past(walk.path("asOf"), now).orElse(now);
        var types = new HashSet<>(SetJson.texts(walk.path("via"), "a kind of relations"));
        var step = new Relations.Step(direction(walk), types, MOST_LINKS);
        var start = List.copyOf(start(tenant, walk.path("from"), at));
        var met = new LinkedHashSet<String>(start);
        var order = new ArrayList<String>();
        var all = new LinkedHashSet<Link>();
        Collection<String> edge = List.copyOf(met);
        for (int depth = depth(walk); depth > 0 && !edge.isEmpty(); depth--) {
            var links = relations.around(tenant, edge, step, at);
            if (links.size() == MOST_LINKS) {
                throw new IllegalArgumentException(
                        "the walk meets more than %,d relations: give it fewer steps or kinds of relations"
                                .formatted(MOST_LINKS));
            }
            all.addAll(links);
            edge = new TreeSet<>(links.stream().flatMap(link -> ends(link, step)).toList());
            edge.removeAll(met);
            met.addAll(edge);
            order.addAll(edge);
        }
        return new Met(inOrder(tenant, start, at), inOrder(tenant, order, at), List.copyOf(all));
    }

    private List<Entity> inOrder(TenantId tenant, List<String> ids, Instant at) {
        var found = new HashMap<String, Entity>();
        entities.findAll(tenant, ids, at).forEach(entity -> found.put(entity.id(), entity));
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    private static Stream<String> ends(Link link, Relations.Step step) {
        return switch (step.direction()) {
            case UPSTREAM -> Stream.of(link.to());
            case DOWNSTREAM -> Stream.of(link.from());
            case BOTH -> Stream.of(link.from(), link.to());
        };
    }

    private Collection<String> start(TenantId tenant, JsonNode from, Instant at) {
        if (from.path("id").isTextual()) {
            return Set.of(from.path("id").textValue());
        }
        var labels = SetJson.labels(from.path("labels"));
        return entities.about(tenant, Set.of(labels), at).getOrDefault(labels, List.of()).stream()
                .map(Entity::id)
                .toList();
    }

    private static Direction direction(JsonNode walk) {
        return switch (walk.path("direction").asText()) {
            case "upstream" -> Direction.UPSTREAM;
            case "downstream" -> Direction.DOWNSTREAM;
            case "both" -> Direction.BOTH;
            default -> throw new IllegalArgumentException("entities have no such direction");
        };
    }

    private static int depth(JsonNode walk) {
        int depth = walk.path("depth").asInt(1);
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "depth is %d; use 1 to %d".formatted(depth, DEEPEST));
        }
        return depth;
    }
}

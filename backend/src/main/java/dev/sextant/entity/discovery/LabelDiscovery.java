// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.discovery;

import dev.sextant.entity.Discovery;
import dev.sextant.entity.Entities;
import dev.sextant.entity.Entity;
import dev.sextant.entity.Link;
import dev.sextant.entity.Relations;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Discovery by the rules of each tenant. What was made known once is remembered in memory, so that a quiet minute asks
/// the database little.
@ApplicationScoped
class LabelDiscovery implements Discovery, TenantHoldings {
    private static final Logger LOG = Logger.getLogger(LabelDiscovery.class);
    private static final int AT_ONCE = 2_000;

    private final Entities entities;
    private final Relations relations;
    private final DiscoveryPlans plans;
    private final Sightings sightings;
    private final ConcurrentHashMap<TenantId, Known> known = new ConcurrentHashMap<>();

    LabelDiscovery(
            Entities entities, Relations relations, DiscoveryPlans plans, Sightings sightings) {
        this.entities = entities;
        this.relations = relations;
        this.plans = plans;
        this.sightings = sightings;
    }

    /// What was made known to the database already, by rules of that version.
    private record Known(int version, Set<String> ids, Set<Link> links, Instant told) {
        static Known nothing(int version) {
            return new Known(version, new HashSet<>(), new HashSet<>(), Instant.EPOCH);
        }
    }

    @Override
    public void observe(TenantId tenant, Collection<Labels> active, Instant now) {
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var plan = plans.find(tenant);
        var found = Found.in(active, plan.rules());
        var before = known.getOrDefault(tenant, Known.nothing(plan.version()));
        var memory = before.version() == plan.version() ? before : Known.nothing(plan.version());
        boolean isFull = !makeKnown(tenant, found, memory, at);
        if (isFull) {
            LOG.warnf(
                    "discovery found more entities of tenant %s than it may have (%d): delete some, or find fewer",
                    tenant, Entities.MOST);
        }
        var told = memory.told();
        if (told.plus(1, ChronoUnit.HOURS).isBefore(at)) {
            inParts(found.keys().keySet(), ids -> sightings.sawAgain(tenant, ids, at));
            // After a start not everything that is there has been heard of yet.
            if (told.isAfter(Instant.EPOCH)) {
                end(tenant, at.minus(plan.rules().endAfter()), at);
            }
            // Whoever ended what is still seen has it found again within the hour.
            memory.ids().clear();
            memory.links().clear();
            told = at;
        }
        known.put(tenant, new Known(plan.version(), memory.ids(), memory.links(), told));
    }

    @Override
    public void erase(TenantId tenant) {
        known.remove(tenant);
    }

    private boolean makeKnown(TenantId tenant, Found found, Known memory, Instant at) {
        var news = new TreeSet<>(found.keys().keySet());
        news.removeAll(memory.ids());
        var held = new HashSet<String>();
        inParts(news, ids -> held.addAll(present(tenant, ids, at)));
        news.removeAll(held);
        memory.ids().addAll(held);
        for (var part : parts(news)) {
            if (!entities.put(tenant, found.only(part), at)) {
                return false;
            }
            sightings.saw(tenant, part, at);
            memory.ids().addAll(part);
        }
        var links = new ArrayList<>(found.links());
        links.removeIf(memory.links()::contains);
        for (var part : parts(links)) {
            relations.put(tenant, part, at);
            memory.links().addAll(part);
        }
        return true;
    }

    private Set<String> present(TenantId tenant, List<String> ids, Instant at) {
        return entities.findAll(tenant, ids, at).stream()
                .map(Entity::id)
                .collect(Collectors.toSet());
    }

    private void end(TenantId tenant, Instant unseenSince, Instant at) {
        var ended = sightings.unseenSince(tenant, unseenSince);
        ended.forEach(id -> entities.end(tenant, id, at));
        sightings.forget(tenant, ended);
    }

    private static void inParts(Collection<String> all, Consumer<List<String>> work) {
        parts(all).forEach(work);
    }

    private static <T> List<List<T>> parts(Collection<T> all) {
        var whole = List.copyOf(all);
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < whole.size(); from += AT_ONCE) {
            parts.add(whole.subList(from, Math.min(whole.size(), from + AT_ONCE)));
        }
        return parts;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every store of entities and relations keeps to.
public abstract class EntitiesContract {
    private static final EntityKey PAY = new EntityKey("service", Labels.of("service", "pay"));
    private static final EntityKey WEB = new EntityKey("host", Labels.of("host", "web_1"));
    private static final EntityKey DATABASE = new EntityKey("database", Labels.of("db", "main"));
    private static final Link RUNS_ON = new Link(PAY.id(), "runs_on", WEB.id());

    private final TenantId tenant =
            new TenantId("t" + UUID.randomUUID().toString().substring(0, 8));
    private final TenantId other = new TenantId("o" + UUID.randomUUID().toString().substring(0, 8));

    protected abstract Entities entities();

    protected abstract Relations relations();

    @Test
    void anEntityIsAsItWasAtEachTime() {
        put(PAY, facts("pay", "core"), 10);
        put(PAY, facts("pay", "core"), 20);
        put(PAY, facts("Payments", "legacy"), 30);
        assertThat(entities().end(tenant, PAY.id(), at(40))).isTrue();
        assertThat(entities().end(tenant, PAY.id(), at(41))).isFalse();
        put(PAY, facts("pay again"), 50);

        assertThat(entities().find(tenant, PAY.id(), at(9))).isEmpty();
        assertThat(entities().find(tenant, PAY.id(), at(29)))
                .contains(new Entity(PAY, facts("pay", "core"), at(10), at(30)));
        assertThat(entities().find(tenant, PAY.id(), at(30)))
                .contains(new Entity(PAY, facts("Payments", "legacy"), at(30), at(40)));
        assertThat(entities().find(tenant, PAY.id(), at(45))).isEmpty();
        assertThat(entities().find(tenant, PAY.id(), at(99)))
                .contains(new Entity(PAY, facts("pay again"), at(50), null));
    }

    @Test
    void listsByTypeTextAndTagPageByPage() {
        put(PAY, facts("Payments", "core", "tier:1"), 10);
        put(WEB, facts("web_1", "tier"), 10);

        assertThat(ids(EntityFilter.all(9))).containsExactly(WEB.id(), PAY.id());
        assertThat(ids(EntityFilter.all(1))).containsExactly(WEB.id());
        assertThat(ids(new EntityFilter(null, "", null, WEB.id(), 9))).containsExactly(PAY.id());
        assertThat(ids(new EntityFilter("service", "", null, "", 9))).containsExactly(PAY.id());
        assertThat(ids(new EntityFilter(null, "PAYM", null, "", 9))).containsExactly(PAY.id());
        assertThat(ids(new EntityFilter(null, "b_1", null, "", 9))).containsExactly(WEB.id());
        assertThat(ids(new EntityFilter(null, "p_y", null, "", 9))).isEmpty();
        assertThat(ids(new EntityFilter(null, "", "tier", "", 9))).containsExactly(WEB.id());
        assertThat(ids(new EntityFilter(null, "", "cor_", "", 9))).isEmpty();
    }

    @Test
    void aRelationHoldsFromWhenItIsMadeUntilItOrAnEndOfItEnds() {
        put(PAY, facts("pay"), 10);
        put(WEB, facts("web"), 10);
        relations().put(tenant, List.of(RUNS_ON, RUNS_ON), at(20));
        relations().put(tenant, List.of(RUNS_ON), at(25));
        assertThat(relations().end(tenant, RUNS_ON, at(30))).isTrue();
        assertThat(relations().end(tenant, RUNS_ON, at(31))).isFalse();
        relations().put(tenant, List.of(RUNS_ON), at(40));
        entities().end(tenant, WEB.id(), at(50));

        assertThat(links(19)).isEmpty();
        assertThat(links(29)).containsExactly(RUNS_ON);
        assertThat(links(35)).isEmpty();
        assertThat(links(49)).containsExactly(RUNS_ON);
        assertThat(links(50)).isEmpty();
        var ofOthers = new Relations.Filter("service:service=x", null, "", 9);
        assertThat(relations().list(tenant, ofOthers, at(29))).isEmpty();
        var calls = new Relations.Filter(WEB.id(), "calls", "", 9);
        assertThat(relations().list(tenant, calls, at(29))).isEmpty();
    }

    @Test
    void whoeverImportsAtOnceLeavesOneVersionAndOneRelation() throws Exception {
        put(PAY, facts("pay"), 10);
        put(WEB, facts("web"), 10);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var imports = new ArrayList<Future<?>>();
            for (int importer = 0; importer < 4; importer++) {
                var name = "pay " + importer;
                imports.add(
                        threads.submit(() -> {
                            put(PAY, facts(name), 20);
                            put(DATABASE, facts(name), 20);
                            relations().put(tenant, List.of(RUNS_ON), at(20));
                        }));
            }
            for (var done : imports) {
                done.get();
            }
        }

        assertThat(ids(EntityFilter.all(9))).containsExactly(DATABASE.id(), WEB.id(), PAY.id());
        assertThat(links(20)).containsExactly(RUNS_ON);
        assertThat(entities().end(tenant, PAY.id(), at(30))).isTrue();
        assertThat(entities().find(tenant, PAY.id(), at(30))).isEmpty();
    }

    @Test
    void labelsAreAboutTheMostSpecificEntities() {
        var pod = new EntityKey("pod", Labels.of(Map.of("pod", "p~1", "name space", "a,b")));
        put(PAY, facts("pay"), 10);
        put(WEB, facts("web"), 10);
        put(pod, facts("pod"), 30);
        var both = Labels.of(Map.of("service", "pay", "host", "web_1", "zone", "a"));
        var all = both.with("pod", "p~1").with("name space", "a,b");

        assertThat(about(both, 20)).containsExactly(WEB.id(), PAY.id());
        assertThat(about(Labels.of("service", "pay"), 20)).containsExactly(PAY.id());
        assertThat(about(Labels.of("service", "cart"), 20)).isEmpty();
        assertThat(about(all, 20)).containsExactly(WEB.id(), PAY.id());
        assertThat(about(all, 30)).containsExactly(pod.id());
        assertThat(entities().about(other, Set.of(both), at(20))).isEmpty();
        assertThat(entities().findAll(tenant, List.of(PAY.id(), pod.id(), "x"), at(20)))
                .extracting(Entity::id)
                .containsExactly(PAY.id());
    }

    @Test
    void aStepGoesAlongTheRelationsOfAnEntity() {
        put(PAY, facts("pay"), 10);
        put(WEB, facts("web"), 10);
        put(DATABASE, facts("db"), 10);
        var calls = new Link(PAY.id(), "calls", DATABASE.id());
        relations().put(tenant, List.of(RUNS_ON, calls), at(20));

        assertThat(around(PAY, Relations.Direction.UPSTREAM)).containsOnly(RUNS_ON, calls);
        assertThat(around(PAY, Relations.Direction.UPSTREAM, "calls")).containsExactly(calls);
        assertThat(around(PAY, Relations.Direction.DOWNSTREAM)).isEmpty();
        assertThat(around(DATABASE, Relations.Direction.DOWNSTREAM)).containsExactly(calls);
        assertThat(around(WEB, Relations.Direction.BOTH)).containsExactly(RUNS_ON);
    }

    private List<Link> around(EntityKey key, Relations.Direction direction, String... types) {
        var step = new Relations.Step(direction, Set.of(types), 9);
        return relations().around(tenant, List.of(key.id()), step, at(20));
    }

    private List<String> about(Labels labels, long second) {
        var about = entities().about(tenant, Set.of(labels), at(second));
        return about.getOrDefault(labels, List.of()).stream().map(Entity::id).toList();
    }

    @Test
    void typesAreCountedAsOfATime() {
        put(PAY, facts("pay"), 10);
        put(PAY, facts("pay", "core"), 15);
        put(WEB, facts("web"), 20);

        assertThat(entities().types(tenant, at(12))).isEqualTo(Map.of("service", 1L));
        assertThat(entities().types(tenant, at(20)))
                .containsExactly(Map.entry("host", 1L), Map.entry("service", 1L));
        assertThat(entities().types(other, at(20))).isEmpty();
    }

    @Test
    void anotherTenantSeesAndEndsNothing() {
        put(PAY, facts("pay"), 10);
        relations().put(tenant, List.of(RUNS_ON), at(10));

        assertThat(entities().find(other, PAY.id(), at(20))).isEmpty();
        assertThat(entities().list(other, EntityFilter.all(9), at(20))).isEmpty();
        assertThat(entities().end(other, PAY.id(), at(20))).isFalse();
        assertThat(relations().end(other, RUNS_ON, at(20))).isFalse();
        assertThat(links(30)).containsExactly(RUNS_ON);
    }

    private List<String> ids(EntityFilter filter) {
        return entities().list(tenant, filter, at(20)).stream().map(Entity::id).toList();
    }

    private List<Link> links(long second) {
        var filter = new Relations.Filter(WEB.id(), "runs_on", "", 9);
        return relations().list(tenant, filter, at(second)).stream().map(Relation::link).toList();
    }

    private void put(EntityKey key, Facts facts, long second) {
        assertThat(entities().put(tenant, Map.of(key, facts), at(second))).isTrue();
    }

    private static Facts facts(String name, String... tags) {
        return new Facts(name, List.of(tags), List.of("ada"));
    }

    private static Instant at(long second) {
        return Instant.parse("2026-03-02T10:00:00Z").plusSeconds(second);
    }
}

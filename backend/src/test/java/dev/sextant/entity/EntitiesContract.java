// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store of entities and relations keeps to.
public abstract class EntitiesContract {
    private static final EntityKey PAY = new EntityKey("service", Labels.of("service", "pay"));
    private static final EntityKey WEB = new EntityKey("host", Labels.of("host", "web_1"));
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

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.entity.Discovery;
import dev.sextant.entity.Entities;
import dev.sextant.entity.Entity;
import dev.sextant.entity.EntityFilter;
import dev.sextant.entity.EntityKey;
import dev.sextant.entity.Facts;
import dev.sextant.entity.Relations;
import dev.sextant.entity.discovery.DiscoveryPlan;
import dev.sextant.entity.discovery.DiscoveryPlans;
import dev.sextant.entity.discovery.DiscoveryRules;
import dev.sextant.entity.discovery.EntityRule;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PanacheDiscoveryTest {
    private static final Labels POD =
            Labels.of(Map.of("namespace", "shop", "pod", "p", "node", "n1"));
    private static final String POD_ID = "pod:namespace=shop,pod=p";
    private static final EntityKey NODE = new EntityKey("node", Labels.of("node", "n1"));

    private final TenantId tenant =
            new TenantId("d" + UUID.randomUUID().toString().substring(0, 8));

    @Inject Discovery discovery;
    @Inject DiscoveryPlans plans;
    @Inject Entities entities;
    @Inject Relations relations;

    @Test
    void whatLabelsSpeakOfIsMadeKnownOnceAndLeftAsPeopleSayItIs() {
        var told = new Facts("the node", List.of("core"), List.of("ada"));
        entities.put(tenant, Map.of(NODE, told), at(0));

        discovery.observe(tenant, List.of(POD, POD), at(1));
        discovery.observe(tenant, List.of(POD), at(2));

        assertThat(ids(at(2)))
                .containsExactlyInAnyOrder(NODE.id(), "namespace:namespace=shop", POD_ID);
        assertThat(entities.find(tenant, NODE.id(), at(2)).map(Entity::facts)).contains(told);
        assertThat(entities.find(tenant, POD_ID, at(2)).map(Entity::since)).contains(at(1));
        var filter = new Relations.Filter(POD_ID, null, "", 9);
        assertThat(relations.list(tenant, filter, at(2))).hasSize(1);
    }

    @Test
    void whatNoLabelsSpeakOfAnyMoreEndsUnlessPeopleImportedIt() {
        entities.put(tenant, Map.of(NODE, new Facts("n", List.of(), List.of())), at(0));
        discovery.observe(tenant, List.of(POD), at(1));
        var other = Labels.of("host", "web");
        discovery.observe(tenant, List.of(other), at(20 * 60));
        assertThat(ids(at(20 * 60))).contains(POD_ID, "host:host=web");

        discovery.observe(tenant, List.of(other), at(26 * 60));

        assertThat(ids(at(26 * 60))).containsExactlyInAnyOrder(NODE.id(), "host:host=web");
        discovery.observe(tenant, List.of(other, POD), at(26 * 60 + 1));
        assertThat(ids(at(26 * 60 + 1))).contains(POD_ID);
    }

    @Test
    void aTenantsOwnRulesTakeThePlaceOfTheUsualOnes() {
        var rules =
                new DiscoveryRules(
                        List.of(EntityRule.of("rack", "node")), List.of(), Duration.ofDays(2));
        assertThat(plans.find(tenant)).isEqualTo(DiscoveryPlan.usual());
        assertThat(plans.replace(tenant, new DiscoveryPlan(2, rules, at(0), "ada"))).isFalse();
        assertThat(plans.replace(tenant, new DiscoveryPlan(1, rules, at(0), "ada"))).isTrue();
        assertThat(plans.replace(tenant, new DiscoveryPlan(1, rules, at(0), "bob"))).isFalse();
        assertThat(plans.find(tenant)).isEqualTo(new DiscoveryPlan(1, rules, at(0), "ada"));

        discovery.observe(tenant, List.of(POD), at(1));

        assertThat(ids(at(1))).containsExactly("rack:node=n1");
    }

    private List<String> ids(Instant at) {
        return entities.list(tenant, EntityFilter.all(99), at).stream().map(Entity::id).toList();
    }

    private static Instant at(long minute) {
        return Instant.parse("2026-03-02T10:00:00Z").plus(Duration.ofMinutes(minute));
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheDiscoveryTest {}
}

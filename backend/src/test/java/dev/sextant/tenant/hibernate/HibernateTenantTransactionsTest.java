// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.evaluation.RuleStates;
import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HibernateTenantTransactionsTest {
    private static final RuleId RULE = new RuleId("remembers");

    @Inject TenantTransactions transactions;
    @Inject RuleStates states;
    @Inject EntityManager entities;

    private final TenantId acme = tenant("acme");
    private final TenantId globex = tenant("globex");

    @Test
    void whatIsStoredInsideBelongsToTheTenant() {
        remember(acme, 1);
        assertThat(seen(acme)).isEqualTo(1);
        assertThat(seen(globex)).isZero();
    }

    @Test
    void outsideOfATenantNothingOfATenantIsSeen() {
        remember(acme, 1);
        var rows =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                entities.createQuery("from RuleStateEntity", Object.class)
                                        .getResultList());
        assertThat(rows).isEmpty();
    }

    @Test
    void workThatThrowsLeavesNothing() {
        assertThatThrownBy(() ->
                        transactions.run(
                                acme,
                                () -> {
                                    remember(acme, 7);
                                    throw new IllegalStateException("stop");
                                }))
                .hasMessage("stop");
        assertThat(seen(acme)).isZero();
    }

    @Test
    void workForAnotherTenantInsideIsABug() {
        assertThatThrownBy(() -> transactions.run(acme, () -> remember(globex, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(globex.value())
                .hasMessageContaining(acme.value());
    }

    @Test
    void tenantsSideBySideOnManyThreadsDoNotMix() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work =
                    IntStream.range(0, 40)
                            .<Future<?>>mapToObj(index -> {
                                var tenant = tenant("side");
                                return threads.submit(() -> {
                                    remember(tenant, index + 1);
                                    assertThat(seen(tenant)).isEqualTo(index + 1);
                                });
                            })
                            .toList();
            for (var done : work) {
                done.get();
            }
        }
    }

    private void remember(TenantId tenant, int what) {
        states.put(tenant, RULE, JsonNodeFactory.instance.objectNode().put("what", what));
    }

    private int seen(TenantId tenant) {
        return states.find(tenant, RULE).path("what").asInt();
    }

    private static TenantId tenant(String name) {
        return new TenantId(name + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends HibernateTenantTransactionsTest {}
}

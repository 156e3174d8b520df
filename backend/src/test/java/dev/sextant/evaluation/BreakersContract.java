// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every adapter of [Breakers] does.
public abstract class BreakersContract {
    private static final RuleId CPU = new RuleId("cpu-high");
    private static final RuleId DISK = new RuleId("disk-full");
    private static final Instant UNTIL = Instant.parse("2026-03-02T10:00:00Z");

    private final TenantId acme =
            new TenantId("acme-" + UUID.randomUUID().toString().substring(0, 8));
    private final TenantId globex =
            new TenantId("globex-" + UUID.randomUUID().toString().substring(0, 8));

    protected abstract Breakers breakers();

    @Test
    void theLastBreakerOfARuleStays() {
        breakers().put(acme, CPU, new Breaker(1, 1, null, "boom"));
        breakers().put(acme, CPU, new Breaker(2, 5, UNTIL, null));

        assertThat(breakers().find(acme, CPU)).contains(new Breaker(2, 5, UNTIL, null));
        assertThat(breakers().find(acme, DISK)).isEmpty();
        assertThat(breakers().find(globex, CPU)).isEmpty();
    }

    @Test
    void aTenantListsItsOwn() {
        breakers().put(acme, CPU, new Breaker(1, 2, null, "boom"));
        breakers().put(acme, DISK, new Breaker(1, 5, UNTIL, "slow"));
        breakers().put(globex, CPU, new Breaker(1, 1, null, "other"));

        assertThat(breakers().list(acme))
                .isEqualTo(
                        Map.of(
                                CPU, new Breaker(1, 2, null, "boom"),
                                DISK, new Breaker(1, 5, UNTIL, "slow")));
    }

    @Test
    void aDeletedOneIsGone() {
        breakers().put(acme, CPU, new Breaker(1, 2, null, "boom"));
        breakers().delete(acme, CPU);
        breakers().delete(acme, CPU);

        assertThat(breakers().find(acme, CPU)).isEmpty();
    }
}

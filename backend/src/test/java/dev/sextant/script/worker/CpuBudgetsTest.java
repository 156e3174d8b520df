// SPDX-License-Identifier: Apache-2.0
package dev.sextant.script.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.tenant.TenantId;
import dev.sextant.testing.Await;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CpuBudgetsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    @Test
    void whoeverUsedItsBudgetWaitsAndNobodyElse() {
        var budgets = new CpuBudgets(_ -> Duration.ofSeconds(30));
        assertThat(budgets.exhausted(ACME)).isNull();

        budgets.spend(ACME, Duration.ofSeconds(20));
        assertThat(budgets.exhausted(ACME)).isNull();
        budgets.spend(ACME, Duration.ofSeconds(20));

        var exhausted = budgets.exhausted(ACME);
        assertThat(exhausted).isNotNull();
        assertThat(exhausted.name()).isEqualTo("tenantCpu");
        assertThat(exhausted.used()).isBetween(35_000L, 40_000L);
        assertThat(exhausted.allowed()).isEqualTo(30_000);
        assertThat(CpuBudgets.message(exhausted)).contains("tenantCpu", "30s a minute");
        assertThat(budgets.exhausted(OTHER)).isNull();
    }

    @Test
    void theBudgetComesBack() {
        // So large that it comes back faster than it can be looked at.
        var budgets = new CpuBudgets(_ -> Duration.ofDays(365_000 / 4));
        budgets.spend(ACME, Duration.ofDays(365_000 / 4));

        Await.until(Duration.ofSeconds(5), "the budget", () -> budgets.exhausted(ACME) == null);
    }
}

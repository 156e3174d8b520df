// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.ingest.IntakeUnavailableException;
import dev.sextant.ingest.Payload;
import dev.sextant.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantCleaningTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final Payload NOTHING = Payload.of(List.of(), List.of());

    private final AbsentPlans plans = new AbsentPlans();
    private final TenantCleaning cleaning = new TenantCleaning(plans);

    /// A database that is away at first.
    private static final class AbsentPlans implements CleaningPlans {
        private boolean isAway = true;
        private int reads;

        @Override
        public CleaningPlan find(TenantId tenant) {
            reads++;
            if (isAway) {
                throw new IllegalStateException("away as planned");
            }
            return CleaningPlan.none();
        }

        @Override
        public boolean replace(TenantId tenant, CleaningPlan plan) {
            return true;
        }
    }

    @Test
    void samplesWaitUntilTheStepsCanBeRead() {
        assertThatThrownBy(() -> cleaning.clean(ACME, NOTHING))
                .isInstanceOf(IntakeUnavailableException.class)
                .hasMessageContaining("nothing of this request was stored; send it again")
                .hasRootCauseMessage("away as planned");

        plans.isAway = false;
        assertThat(cleaning.clean(ACME, NOTHING)).isSameAs(NOTHING);

        plans.isAway = true;
        assertThat(cleaning.clean(ACME, NOTHING)).as("read once").isSameAs(NOTHING);
        assertThat(plans.reads).isEqualTo(2);
    }
}

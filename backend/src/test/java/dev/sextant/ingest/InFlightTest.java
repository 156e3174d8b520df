// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.ingest.InFlight.Entry;
import dev.sextant.tenant.TenantId;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId GLOBEX = new TenantId("globex");
    private static final TenantId INITECH = new TenantId("initech");

    private final InFlight inFlight = new InFlight(100);

    @Test
    void oneTenantCanNotTakeAllOfIt() {
        assertThat(inFlight.enter(ACME, 50)).isEqualTo(Entry.ENTERED);
        assertThat(inFlight.enter(ACME, 1)).isEqualTo(Entry.TENANT_BUSY);
        assertThat(inFlight.enter(GLOBEX, 50)).isEqualTo(Entry.ENTERED);
        assertThat(inFlight.enter(INITECH, 1)).isEqualTo(Entry.NODE_BUSY);
    }

    @Test
    void whatLeavesMakesRoom() {
        inFlight.enter(ACME, 50);
        inFlight.enter(ACME, 50);
        inFlight.leave(ACME, 50);

        assertThat(inFlight.enter(ACME, 50)).isEqualTo(Entry.ENTERED);
        assertThat(inFlight.enter(GLOBEX, 50)).isEqualTo(Entry.ENTERED);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentSamplesTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final RecentSamples recent = new RecentSamples();

    @Test
    void averagesOverTheLastMinuteOfTheTenantAlone() {
        for (int second = 0; second < 300; second += 10) {
            recent.add(ACME, 200, START.plusSeconds(second));
        }

        assertThat(usage(ACME, 299)).containsEntry("samplesPerSecond", 20.0);
        assertThat(usage(OTHER, 299)).containsEntry("samplesPerSecond", 0.0);
    }

    @Test
    void countsTheFirstMinuteSinceItsBeginning() {
        recent.add(ACME, 100, START);
        recent.add(ACME, 100, START.plusSeconds(9));

        assertThat(usage(ACME, 9)).containsEntry("samplesPerSecond", 20.0);
    }

    @Test
    void forgetsWhatIsOlderThanAMinute() {
        recent.add(ACME, 600, START);

        assertThat(usage(ACME, 59)).containsEntry("samplesPerSecond", 10.0);
        assertThat(usage(ACME, 60)).containsEntry("samplesPerSecond", 0.0);
    }

    private Map<String, Object> usage(TenantId tenant, int second) {
        return recent.usage(tenant, START.plusSeconds(second));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.ingest.admission.AdmissionLimits;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionsTest {
    @Test
    void oneTenantMayHaveLimitsOfItsOwn() {
        var config =
                TestIngestConfig.of(
                        Map.of(
                                "sextant.ingest.limits.label-length", "77",
                                "sextant.ingest.tenants.acme.active-series", "5",
                                "sextant.ingest.tenants.acme.oldest", "1h"));

        assertThat(Admissions.limits(new TenantId("acme"), config))
                .isEqualTo(
                        new AdmissionLimits(
                                5, 40, 77, Duration.ofMinutes(10), Duration.ofHours(1), 1_000_000));
        assertThat(Admissions.limits(new TenantId("globex"), config).activeSeries())
                .isEqualTo(200_000);
    }
}

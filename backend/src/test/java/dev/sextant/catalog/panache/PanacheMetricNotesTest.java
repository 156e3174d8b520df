// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.panache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.catalog.MetricNotes;
import dev.sextant.catalog.MetricNotesContract;
import dev.sextant.catalog.quality.SeriesCounts;
import dev.sextant.catalog.quality.SeriesCounts.Count;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.PostgresProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PanacheMetricNotesTest extends MetricNotesContract {
    @Inject MetricNotes notes;
    @Inject SeriesCounts counts;

    @Override
    protected MetricNotes notes() {
        return notes;
    }

    @Test
    void countsHoldUntilTheNextOne() {
        var tenant = new TenantId("c" + UUID.randomUUID().toString().substring(0, 8));
        counts.add(tenant, Map.of("up", 3L, "load", 1L), at(10));
        counts.add(tenant, Map.of("up", 5L), at(20));

        assertThat(counts.latest(tenant)).isEqualTo(Map.of("up", 5L, "load", 1L));
        assertThat(counts.at(tenant, "up", at(5))).contains(new Count(at(10), 3));
        assertThat(counts.at(tenant, "up", at(19))).contains(new Count(at(10), 3));
        assertThat(counts.at(tenant, "up", at(20))).contains(new Count(at(20), 5));
        assertThat(counts.at(tenant, "gone", at(20))).isEmpty();

        counts.deleteBefore(tenant, at(30));
        assertThat(counts.at(tenant, "up", at(5))).contains(new Count(at(20), 5));
        assertThat(counts.at(tenant, "load", at(5))).contains(new Count(at(10), 1));
    }

    private static Instant at(long second) {
        return Instant.parse("2026-03-02T10:00:00Z").plusSeconds(second);
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends PanacheMetricNotesTest {}
}

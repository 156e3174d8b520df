// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.catalog.MetricDescriptions.Description;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [MetricDescriptions] keeps.
public abstract class MetricDescriptionsContract {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");

    protected abstract MetricDescriptions descriptions();

    @Test
    void remembersAndReplaces() {
        var tenant = new TenantId("contract-replaces");
        descriptions()
                .put(tenant, List.of(description("up", "", null), description("cpu", "1", NOW)));
        descriptions().put(tenant, List.of(description("up", "s", NOW)));

        assertThat(descriptions().list(tenant))
                .containsExactlyInAnyOrder(
                        description("up", "s", NOW), description("cpu", "1", NOW));
    }

    @Test
    void keepsTenantsApart() {
        var one = new TenantId("contract-one");
        var other = new TenantId("contract-other");
        descriptions().put(one, List.of(description("up", "s", NOW)));
        descriptions().put(other, List.of(description("up", "By", NOW)));

        assertThat(descriptions().list(one)).containsExactly(description("up", "s", NOW));
        assertThat(descriptions().list(other)).containsExactly(description("up", "By", NOW));
        assertThat(descriptions().list(new TenantId("contract-third"))).isEmpty();
    }

    @Test
    void takesLongTextsAndMany() {
        var tenant = new TenantId("contract-many");
        var many =
                IntStream.range(0, 500)
                        .mapToObj(
                                at -> description("m" + at + "x".repeat(500), "y".repeat(64), NOW))
                        .toList();

        descriptions().put(tenant, many);

        assertThat(descriptions().list(tenant)).containsExactlyInAnyOrderElementsOf(many);
    }

    private static Description description(String metric, String unit, @Nullable Instant seen) {
        return new Description(
                new MetricMetadata(metric, Type.GAUGE, unit, "é".repeat(2_000)), seen);
    }
}

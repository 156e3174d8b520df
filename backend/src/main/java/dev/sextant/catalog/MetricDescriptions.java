// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is remembered of metrics over a restart.
public interface MetricDescriptions {
    List<Description> list(TenantId tenant);

    /// Stores each description in place of the one that its metric had.
    void put(TenantId tenant, Collection<Description> descriptions);

    /// @param lastSeen when a sample arrived last, to within some minutes; null when none did
    record Description(MetricMetadata metadata, @Nullable Instant lastSeen) {}
}

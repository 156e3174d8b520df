// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.UsageSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/// How many series and metrics the store keeps for a tenant.
@ApplicationScoped
public class StoreUsage implements UsageSource {
    private final SeriesReader reader;

    StoreUsage(SeriesReader reader) {
        this.reader = reader;
    }

    @Override
    public Map<String, Object> usage(TenantId tenant, Instant now) {
        return Map.of(
                "series", reader.seriesCount(tenant), "metrics", reader.metrics(tenant).size());
    }
}

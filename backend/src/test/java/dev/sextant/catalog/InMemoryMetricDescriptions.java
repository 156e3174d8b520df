// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.tenant.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// [MetricDescriptions] for tests; counts what is written.
public final class InMemoryMetricDescriptions implements MetricDescriptions {
    private final Map<TenantId, Map<String, Description>> kept = new HashMap<>();
    private int written;

    @Override
    public List<Description> list(TenantId tenant) {
        return List.copyOf(kept.getOrDefault(tenant, Map.of()).values());
    }

    @Override
    public void put(TenantId tenant, Collection<Description> descriptions) {
        var own = kept.computeIfAbsent(tenant, _ -> new HashMap<>());
        for (var description : descriptions) {
            own.put(description.metadata().metric(), description);
        }
        written += descriptions.size();
    }

    int written() {
        return written;
    }
}

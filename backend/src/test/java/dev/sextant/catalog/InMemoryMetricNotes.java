// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Notes for tests without a database.
public final class InMemoryMetricNotes implements MetricNotes {
    private final Map<TenantId, Map<String, MetricNote>> notes = new ConcurrentHashMap<>();

    @Override
    public Map<String, MetricNote> list(TenantId tenant) {
        return Map.copyOf(notes.getOrDefault(tenant, Map.of()));
    }

    @Override
    public synchronized void put(TenantId tenant, String metric, MetricNote note, Said said) {
        var own = notes.computeIfAbsent(tenant, _ -> new HashMap<>());
        if (note.isEmpty()) {
            own.remove(metric);
        } else {
            own.put(metric, note);
        }
    }
}

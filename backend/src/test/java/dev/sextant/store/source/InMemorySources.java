// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Sources on the heap.
public final class InMemorySources implements Sources {
    private final Map<TenantId, TreeMap<String, Source>> tenants = new ConcurrentHashMap<>();

    @Override
    public List<Source> list(TenantId tenant) {
        return List.copyOf(of(tenant).values());
    }

    @Override
    public Optional<Source> find(TenantId tenant, String name) {
        return Optional.ofNullable(of(tenant).get(name));
    }

    @Override
    public boolean add(TenantId tenant, Source source) {
        return of(tenant).putIfAbsent(source.name(), source) == null;
    }

    @Override
    public boolean replace(TenantId tenant, Source source) {
        var before = of(tenant).get(source.name());
        boolean follows = before != null && before.version() == source.version() - 1;
        if (follows) {
            of(tenant).put(source.name(), source);
        }
        return follows;
    }

    @Override
    public boolean delete(TenantId tenant, String name) {
        return of(tenant).remove(name) != null;
    }

    private TreeMap<String, Source> of(TenantId tenant) {
        return tenants.computeIfAbsent(tenant, _ -> new TreeMap<>());
    }
}

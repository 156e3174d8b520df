// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.tenant.PlanName;
import dev.sextant.tenant.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Tenants for tests without a database.
public final class InMemoryTenants implements Tenants {
    private final Map<TenantId, Tenant> tenants = new ConcurrentHashMap<>();

    @Override
    public Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(tenants.get(id));
    }

    @Override
    public List<Tenant> list() {
        return tenants.values().stream()
                .sorted(Comparator.comparing(tenant -> tenant.id().value()))
                .toList();
    }

    @Override
    public boolean add(Tenant tenant) {
        return tenants.putIfAbsent(tenant.id(), tenant) == null;
    }

    @Override
    public boolean assign(TenantId id, PlanName plan) {
        return tenants.computeIfPresent(
                        id, (_, before) -> new Tenant(id, before.name(), before.createdAt(), plan))
                != null;
    }

    @Override
    public void delete(TenantId id) {
        tenants.remove(id);
    }
}

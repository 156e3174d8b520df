// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import dev.sextant.tenant.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Secrets on the heap.
public final class InMemorySecrets implements Secrets {
    private final Map<TenantId, TreeMap<String, Secret>> tenants = new ConcurrentHashMap<>();

    /// A vault over them.
    ///
    /// @param folder where its key is made
    public SecretVault vault(Path folder) {
        return new SecretVault(this, Optional::empty, folder);
    }

    @Override
    public Set<TenantId> tenants() {
        return Set.copyOf(tenants.keySet());
    }

    @Override
    public List<Secret> list(TenantId tenant) {
        return List.copyOf(of(tenant).values());
    }

    @Override
    public Optional<Secret> find(TenantId tenant, String name) {
        return Optional.ofNullable(of(tenant).get(name));
    }

    @Override
    public void put(TenantId tenant, Secret secret) {
        of(tenant).put(secret.name(), secret);
    }

    @Override
    public boolean delete(TenantId tenant, String name) {
        return of(tenant).remove(name) != null;
    }

    private TreeMap<String, Secret> of(TenantId tenant) {
        return tenants.computeIfAbsent(tenant, _ -> new TreeMap<>());
    }
}

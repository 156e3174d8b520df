// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The sealed secrets of all tenants.
public interface Secrets {
    /// Whoever has one; how a change of keys learns whom to ask.
    Set<TenantId> tenants();

    /// In order of their names.
    List<Secret> list(TenantId tenant);

    Optional<Secret> find(TenantId tenant, String name);

    /// Adds it, or takes the place of the one of that name.
    void put(TenantId tenant, Secret secret);

    boolean delete(TenantId tenant, String name);
}

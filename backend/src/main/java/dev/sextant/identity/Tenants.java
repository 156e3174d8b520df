// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.tenant.PlanName;
import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/// The tenants of the platform.
public interface Tenants {
    Optional<Tenant> find(TenantId id);

    /// All of them, by id.
    List<Tenant> list();

    /// False, and nothing changed, when a tenant of that id exists.
    boolean add(Tenant tenant);

    /// False, and nothing changed, when there is no such tenant.
    boolean assign(TenantId id, PlanName plan);

    /// Nobody may be a member of it any more.
    void delete(TenantId id);
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The targets of all tenants.
public interface Targets {
    /// Whoever has a target; how the clock learns whom to ask at the start.
    Set<TenantId> tenants();

    /// In order of their names.
    List<Target> list(TenantId tenant);

    Optional<Target> find(TenantId tenant, String id);

    void add(TenantId tenant, Target target);

    /// Saves a version if it follows the one that is there; false when it does not.
    boolean replace(TenantId tenant, Target target);

    boolean delete(TenantId tenant, String id);
}

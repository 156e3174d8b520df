// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// When the entities of each tenant are in maintenance.
public interface Maintenance {
    void add(TenantId tenant, Collection<MaintenanceWindow> windows);

    /// Ends a window that has begun, takes back one that has not; false when there is none that could end.
    boolean end(TenantId tenant, String id, Instant at);

    /// Windows that are not over then, in order of their ids.
    List<MaintenanceWindow> list(TenantId tenant, Filter filter, Instant at);

    /// The ids of the entities that are in maintenance then.
    Set<String> entities(TenantId tenant, Instant at);

    /// Which windows a list shall hold.
    ///
    /// @param entity only those of the entity of this id; empty: of all
    /// @param after the id that the list goes on after; empty: from the beginning
    record Filter(String entity, String after, int limit) {}
}

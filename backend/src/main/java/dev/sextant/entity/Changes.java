// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What was done to the entities of each tenant.
public interface Changes {
    void add(TenantId tenant, Collection<Change> changes);

    /// Changes, the newest first.
    List<Change> list(TenantId tenant, Filter filter);

    /// The ids of all entities on which something was changed in that time.
    Set<String> changed(TenantId tenant, Stretch stretch);

    /// Which changes a list shall hold.
    ///
    /// @param entities only of these; empty: of all
    record Filter(Set<String> entities, Stretch stretch, int limit) {
        public Filter {
            entities = Set.copyOf(entities);
        }
    }

    /// A stretch of time.
    ///
    /// @param since not included
    /// @param until included
    record Stretch(Instant since, Instant until) {}
}

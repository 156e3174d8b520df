// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The relations between the entities of each tenant, as of any time.
public interface Relations {
    /// From `at` on the links hold; those that hold already go on.
    void put(TenantId tenant, Collection<Link> links, Instant at);

    /// From `at` on the link does not hold; false when it did not.
    boolean end(TenantId tenant, Link link, Instant at);

    /// Relations in order of their ids.
    List<Relation> list(TenantId tenant, Filter filter, Instant at);

    /// Which relations a list shall hold.
    ///
    /// @param entity only those from or to the entity of this id; null: all
    /// @param type only of this type; null: of all
    /// @param after the id that the list goes on after; empty: from the beginning
    record Filter(@Nullable String entity, @Nullable String type, String after, int limit) {}
}

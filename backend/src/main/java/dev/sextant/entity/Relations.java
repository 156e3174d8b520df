// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The relations between the entities of each tenant, as of any time.
public interface Relations {
    /// From `at` on the links hold; those that hold already go on.
    void put(TenantId tenant, Collection<Link> links, Instant at);

    /// From `at` on the link does not hold; false when it did not.
    boolean end(TenantId tenant, Link link, Instant at);

    /// The links that a step goes along from the entities of these ids, in no order.
    List<Link> around(TenantId tenant, Collection<String> ids, Step step, Instant at);

    /// Relations in order of their ids.
    List<Relation> list(TenantId tenant, Filter filter, Instant at);

    /// Which relations a list shall hold.
    ///
    /// @param entity only those from or to the entity of this id; null: all
    /// @param type only of this type; null: of all
    /// @param after the id that the list goes on after; empty: from the beginning
    record Filter(@Nullable String entity, @Nullable String type, String after, int limit) {}

    /// Which relations of an entity a step goes along.
    ///
    /// @param types only of these; empty: all
    /// @param limit not more than so many
    record Step(Direction direction, Set<String> types, int limit) {
        public Step {
            types = Set.copyOf(types);
        }
    }

    /// Seen from an entity: to what it depends on, to what depends on it, or to both.
    enum Direction {
        UPSTREAM,
        DOWNSTREAM,
        BOTH
    }
}

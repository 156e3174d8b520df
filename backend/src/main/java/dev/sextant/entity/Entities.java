// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// The entities of each tenant, as of any time.
public interface Entities {
    /// How many entities a tenant may have at one time.
    int MOST = 100_000;

    /// From `at` on the entities are as given, all of them or, when the answer is false, none: then the tenant would have
    /// more than [#MOST]. What holds already in the same words stays one version.
    boolean put(TenantId tenant, Map<EntityKey, Facts> facts, Instant at);

    /// From `at` on there is no such entity, nor any relation of it; false when there was none.
    boolean end(TenantId tenant, String id, Instant at);

    /// Those of the ids that there are, in no order.
    List<Entity> findAll(TenantId tenant, Collection<String> ids, Instant at);

    /// The entities that labels are about: those whose own labels are all among them, the most specific ones. More than
    /// one only when several are equally specific. Labels that are about nobody are left out.
    Map<Labels, List<Entity>> about(TenantId tenant, Collection<Labels> labels, Instant at);

    Optional<Entity> find(TenantId tenant, String id, Instant at);

    /// How many entities there are of each type that there is.
    SortedMap<String, Long> types(TenantId tenant, Instant at);

    /// Entities in order of their ids.
    List<Entity> list(TenantId tenant, EntityFilter filter, Instant at);
}

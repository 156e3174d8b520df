// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.discovery;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// When discovery last saw the entities that it made known.
public interface Sightings {
    /// These are seen now; those that are not among the sightings yet are there from now on.
    void saw(TenantId tenant, Collection<String> ids, Instant at);

    /// Of those that are among the sightings, the given ones are seen now.
    void sawAgain(TenantId tenant, Collection<String> ids, Instant at);

    /// Those not seen since then.
    List<String> unseenSince(TenantId tenant, Instant time);

    void forget(TenantId tenant, Collection<String> ids);
}

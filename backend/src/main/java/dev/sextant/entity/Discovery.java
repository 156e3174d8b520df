// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;

/// Finds entities in the labels of series, by rules that the tenant can change.
public interface Discovery {
    /// Makes the entities and relations known that these labels speak of and that are not known yet; ends those that it
    /// made known itself and that no labels have spoken of for as long as the rules say. What somebody says of an
    /// entity is left as it is.
    ///
    /// @param active the labels of all series that got samples lately
    void observe(TenantId tenant, Collection<Labels> active, Instant now);
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.discovery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The rules of a tenant, and since when and from whom they are so.
///
/// @param version 0 for those that nobody changed
/// @param updatedAt null for those that nobody changed
public record DiscoveryPlan(
        int version,
        DiscoveryRules rules,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy) {
    public static DiscoveryPlan usual() {
        return new DiscoveryPlan(0, DiscoveryRules.usual(), null, null);
    }
}

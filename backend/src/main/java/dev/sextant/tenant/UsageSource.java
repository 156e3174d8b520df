// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

import java.time.Instant;
import java.util.Map;

/// One room's part of what a tenant uses right now. Rooms provide one each; together they are the usage that REST shows.
public interface UsageSource {
    /// @return members of the usage's JSON object: numbers, texts, or maps of them
    Map<String, Object> usage(TenantId tenant, Instant now);
}

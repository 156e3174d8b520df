// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

import org.jspecify.annotations.Nullable;

/// One limit of a tenant.
///
/// @param name as where it is passed, such as "cpuTime"
/// @param used right now; null where it is of one evaluation or query and not of the tenant
/// @param allowed 0 where there is no limit
/// @param unit "ms", "bytes" or empty for counts
public record Limit(String name, @Nullable Long used, long allowed, String unit) {
    /// Of one evaluation or query.
    public static Limit each(String name, long allowed, String unit) {
        return new Limit(name, null, allowed, unit);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.util.Optional;

/// How long tenants want their samples kept.
public interface Retentions {
    /// Absent when the tenant did not say: then as long as the platform keeps samples.
    Optional<Duration> find(TenantId tenant);

    void put(TenantId tenant, Duration retention);

    /// Back to what the platform does.
    void delete(TenantId tenant);
}

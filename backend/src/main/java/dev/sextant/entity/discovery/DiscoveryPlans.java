// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.discovery;

import dev.sextant.tenant.TenantId;

/// The discovery of each tenant.
public interface DiscoveryPlans {
    DiscoveryPlan find(TenantId tenant);

    /// Keeps the plan when it follows the one that is kept; false when somebody else was faster.
    boolean replace(TenantId tenant, DiscoveryPlan plan);
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import dev.sextant.tenant.TenantId;

/// The saved steps of all tenants.
public interface CleaningPlans {
    /// The tenant's plan; one without steps when it never saved any.
    CleaningPlan find(TenantId tenant);

    /// Saves a plan if it follows the one that is there; false when somebody else saved in between.
    boolean replace(TenantId tenant, CleaningPlan plan);
}

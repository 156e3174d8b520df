// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

/// Which plan each tenant has.
public interface TenantPlans {
    /// The standard plan where nobody said otherwise. Quick: it is asked before each evaluation and each query.
    PlanName find(TenantId tenant);
}

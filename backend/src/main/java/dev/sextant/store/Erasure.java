// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;

/// How a tenant's data go for good.
public interface Erasure extends TenantHoldings {
    /// Removes every sample and every series of a tenant and returns when neither the database nor its log holds them
    /// any more, in free space either. Other tenants' data stay. What the tenant sends afterwards is new.
    ///
    /// @throws StoreUnavailableException when it could not be finished; asking again goes on from there
    @Override
    void erase(TenantId tenant);
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

/// What one part of the platform keeps of tenants, in memory, in tables or in files. Whatever remembers something of a
/// tenant beyond a call provides one, so that an erased tenant leaves nothing.
public interface TenantHoldings {
    /// Lets go of all of it and returns when it is gone. Work for the tenant that still runs may bring something back:
    /// asking again takes that, too. Other tenants notice nothing.
    void erase(TenantId tenant);
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

/// One room's part of letting a tenant go for good. Rooms that keep something of tenants provide one each.
public interface TenantErasure {
    /// Removes what the room keeps of the tenant; other tenants' things stay. Asking again is harmless.
    void erase(TenantId tenant);
}

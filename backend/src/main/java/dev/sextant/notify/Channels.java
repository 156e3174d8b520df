// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/// The channels of all tenants.
public interface Channels {
    /// The tenant's channels, oldest first.
    List<Channel> list(TenantId tenant);

    Optional<Channel> find(TenantId tenant, String id);

    void put(TenantId tenant, Channel channel);

    /// Whether there was such a channel. Deliveries to it that are still under way end as dead.
    boolean delete(TenantId tenant, String id);
}

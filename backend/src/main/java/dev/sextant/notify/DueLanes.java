// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/// Where there is something to send, over all tenants: the one question of the room that belongs to no tenant. What is to be
/// sent is then asked per tenant, of [Deliveries].
@FunctionalInterface
public interface DueLanes {
    /// The channels that may have due deliveries.
    List<Lane> list(Instant now);

    /// The deliveries to one channel. Lanes do not wait for each other.
    record Lane(TenantId tenant, String channelId) {}
}

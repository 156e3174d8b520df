// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The deliveries that the [Outbox] took, as their sender and people see them.
public interface Deliveries {
    /// Takes the channel's oldest due delivery for the caller alone. Of deliveries to one channel that tell of one alert only
    /// the oldest unfinished one is ever due, so that they go out in order. If the caller does not [#put] it before
    /// `until`, it is due again then: whoever dies while sending loses nothing.
    Optional<Delivery> claim(TenantId tenant, String channelId, Instant now, Instant until);

    void put(TenantId tenant, Delivery delivery);

    /// Deliveries, newest first.
    List<Delivery> list(TenantId tenant, DeliveryPage page);

    /// The newest delivery of each channel by channel id; channels without one are absent.
    Map<String, Delivery> lastByChannel(TenantId tenant);
}

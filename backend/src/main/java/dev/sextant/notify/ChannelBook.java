// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A tenant's channels as people keep them: within the limit, and only to addresses that may be called.
@ApplicationScoped
public class ChannelBook {
    private final Channels channels;
    private final Deliveries deliveries;
    private final OutgoingAddresses addresses;
    private final int maxChannels;

    ChannelBook(
            Channels channels,
            Deliveries deliveries,
            OutgoingAddresses addresses,
            NotifyConfig config) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.maxChannels = config.maxChannels();
    }

    public List<Channel> list(TenantId tenant) {
        return channels.list(tenant);
    }

    public Map<String, Delivery> lastDeliveries(TenantId tenant) {
        return deliveries.lastByChannel(tenant);
    }

    public Optional<Channel> find(TenantId tenant, String id) {
        return channels.find(tenant, id);
    }

    /// The new webhook channel; empty when the tenant has as many channels as it may have.
    ///
    /// @throws IllegalArgumentException when the name or the address is not valid; the message says why
    public Optional<Channel> add(
            TenantId tenant, String name, String url, boolean enabled, Instant now) {
        var target = new ChannelTarget.Webhook(addresses.parse(url));
        var channel = new Channel(NotifyIds.next(now), name, target, enabled, now);
        if (channels.list(tenant).size() >= maxChannels) {
            return Optional.empty();
        }
        channels.put(tenant, channel);
        return Optional.of(channel);
    }

    public boolean delete(TenantId tenant, String id) {
        return channels.delete(tenant, id);
    }
}

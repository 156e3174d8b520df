// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify.panache;

import dev.sextant.notify.Channel;
import dev.sextant.notify.ChannelTarget;
import dev.sextant.notify.Channels;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Channels in the metadata database.
@ApplicationScoped
public class PanacheChannels implements Channels {
    private final TenantTransactions transactions;

    PanacheChannels(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Channel> list(TenantId tenant) {
        return transactions.call(
                tenant,
                () ->
                        ChannelEntity.<ChannelEntity>list("order by id").stream()
                                .map(PanacheChannels::channel)
                                .toList());
    }

    @Override
    public Optional<Channel> find(TenantId tenant, String id) {
        return transactions.call(tenant, () -> row(id).map(PanacheChannels::channel));
    }

    @Override
    public void put(TenantId tenant, Channel channel) {
        transactions.run(
                tenant,
                () -> {
                    var known = row(channel.id());
                    var row = known.orElseGet(ChannelEntity::new);
                    row.id = channel.id();
                    row.name = channel.name();
                    row.kind = channel.target().type();
                    row.url = channel.target().address().toString();
                    row.enabled = channel.enabled();
                    row.createdAt = DeliveryRows.stored(channel.createdAt());
                    if (known.isEmpty()) {
                        row.persist();
                    }
                });
    }

    @Override
    public boolean delete(TenantId tenant, String id) {
        return transactions.call(
                tenant,
                () -> {
                    var row = row(id);
                    row.ifPresent(ChannelEntity::delete);
                    return row.isPresent();
                });
    }

    private static Optional<ChannelEntity> row(String id) {
        return ChannelEntity.<ChannelEntity>find("id", id).firstResultOptional();
    }

    private static Channel channel(ChannelEntity row) {
        return new Channel(row.id, row.name, target(row), row.enabled, row.createdAt);
    }

    private static ChannelTarget target(ChannelEntity row) {
        if (!row.kind.equals(ChannelTarget.Webhook.TYPE)) {
            throw new IllegalStateException(
                    "channel %s is of the kind \"%s\", which this version does not know"
                            .formatted(row.id, row.kind));
        }
        return new ChannelTarget.Webhook(URI.create(row.url));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The same in a database, where a transaction may also be rolled back.
abstract class StoredOutboxContract extends OutboxContract {
    private static final Instant NOW = Instant.parse("2099-01-01T00:00:00Z");

    @Inject Outbox outbox;
    @Inject Deliveries deliveries;
    @Inject Channels channels;
    @Inject DueLanes lanes;
    @Inject TenantTransactions transactions;

    @Override
    Outbox outbox() {
        return outbox;
    }

    @Override
    Deliveries deliveries() {
        return deliveries;
    }

    @Override
    Channels channels() {
        return channels;
    }

    @Override
    DueLanes lanes() {
        return lanes;
    }

    @Test
    void nothingIsToldOfWhatWasRolledBack() {
        var tenant = new TenantId("acme-" + UUID.randomUUID().toString().substring(0, 8));
        var target = new ChannelTarget.Webhook(URI.create("http://127.0.0.1:9/"));
        channels.put(tenant, new Channel(NotifyIds.next(NOW), "ops", target, true, NOW));
        var firing = Steps.of(tenant, "a", NOW).firing();

        assertThatThrownBy(() ->
                        transactions.run(
                                tenant,
                                () -> {
                                    outbox.enqueue(tenant, List.of(firing), NOW);
                                    throw new IllegalStateException("the ledger broke");
                                }))
                .hasMessage("the ledger broke");

        assertThat(deliveries.list(tenant, new DeliveryPage(null, null, 10))).isEmpty();
    }
}

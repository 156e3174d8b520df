// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify.panache;

import dev.sextant.alert.Transition;
import dev.sextant.notify.Channels;
import dev.sextant.notify.Deliveries;
import dev.sextant.notify.DeliveriesQueued;
import dev.sextant.notify.Delivery;
import dev.sextant.notify.DeliveryPage;
import dev.sextant.notify.Messages;
import dev.sextant.notify.Outbox;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The outbox and its deliveries in the metadata database.
@ApplicationScoped
public class PanacheOutbox implements Outbox, Deliveries {
    // Head of line: nothing older to the same channel about the same alert is unfinished. Ids sort
    // by creation.
    private static final String OLDEST_DUE =
            "channelId = ?1 and status = WAITING and dueAt <= ?2"
                    + " and not exists (select 1 from DeliveryEntity older"
                    + " where older.channelId = ?1 and older.status = WAITING"
                    + " and older.alertId = d.alertId and older.id < d.id)"
                    + " order by id";

    private final TenantTransactions transactions;
    private final Channels channels;
    private final Messages messages;
    private final Event<DeliveriesQueued> queued;

    PanacheOutbox(
            TenantTransactions transactions,
            Channels channels,
            Messages messages,
            Event<DeliveriesQueued> queued) {
        this.transactions = transactions;
        this.channels = channels;
        this.messages = messages;
        this.queued = queued;
    }

    @Override
    public void enqueue(TenantId tenant, List<Transition> transitions, Instant now) {
        if (transitions.isEmpty()) {
            return;
        }
        transactions.run(
                tenant,
                () -> {
                    var deliveries =
                            messages.deliveries(tenant, transitions, channels.list(tenant), now);
                    deliveries.forEach(delivery -> DeliveryRows.row(delivery).persist());
                    if (!deliveries.isEmpty()) {
                        queued.fire(new DeliveriesQueued());
                    }
                });
    }

    @Override
    public Optional<Delivery> claim(TenantId tenant, String channelId, Instant now, Instant until) {
        return transactions.call(
                tenant,
                () ->
                        DeliveryEntity.<DeliveryEntity>find(
                                        "from DeliveryEntity d where " + OLDEST_DUE,
                                        channelId,
                                        DeliveryRows.stored(now))
                                .firstResultOptional()
                                .flatMap(row -> claim(row, until)));
    }

    // Two senders may have read the same row; the one whose update finds it unchanged has it.
    private static Optional<Delivery> claim(DeliveryEntity row, Instant until) {
        var delivery = DeliveryRows.delivery(row);
        var taken =
                DeliveryEntity.update(
                        "dueAt = ?1 where id = ?2 and status = WAITING and dueAt = ?3",
                        DeliveryRows.stored(until),
                        row.id,
                        row.dueAt);
        return taken == 1 ? Optional.of(delivery) : Optional.empty();
    }

    @Override
    public void put(TenantId tenant, Delivery delivery) {
        transactions.run(
                tenant,
                () ->
                        DeliveryEntity.<DeliveryEntity>find("id", delivery.id())
                                .firstResultOptional()
                                .ifPresentOrElse(
                                        row ->
                                                DeliveryRows.fill(
                                                        row, delivery.state(), delivery.at()),
                                        () -> DeliveryRows.row(delivery).persist()));
    }

    @Override
    public List<Delivery> list(TenantId tenant, DeliveryPage page) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        var parameters = new Parameters();
        var channel = page.channelId();
        if (channel != null) {
            conditions.add("channelId = :channel");
            parameters.and("channel", channel);
        }
        var after = page.after();
        if (after != null) {
            conditions.add("id < :after");
            parameters.and("after", after);
        }
        var query = String.join(" and ", conditions) + " order by id desc";
        return transactions.call(
                tenant,
                () ->
                        DeliveryEntity.<DeliveryEntity>find(query, parameters)
                                .page(0, page.limit())
                                .stream()
                                .map(DeliveryRows::delivery)
                                .toList());
    }

    @Override
    public Map<String, Delivery> lastByChannel(TenantId tenant) {
        return transactions.call(
                tenant,
                () ->
                        DeliveryEntity.<DeliveryEntity>list(
                                        "id in (select max(d.id) from DeliveryEntity d group by d.channelId)")
                                .stream()
                                .map(DeliveryRows::delivery)
                                .collect(
                                        Collectors.toMap(
                                                delivery -> delivery.receiver().channelId(),
                                                Function.identity())));
    }
}

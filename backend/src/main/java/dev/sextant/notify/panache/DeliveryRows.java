// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify.panache;

import dev.sextant.notify.Delivery;
import dev.sextant.notify.DeliveryState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Translates between deliveries and their rows.
final class DeliveryRows {
    private static final int DETAIL_LENGTH = 500;

    private DeliveryRows() {}

    static DeliveryEntity row(Delivery delivery) {
        var row = new DeliveryEntity();
        row.id = delivery.id();
        row.channelId = delivery.receiver().channelId();
        row.channelName = delivery.receiver().channelName();
        row.alertId = delivery.message().alertId();
        row.kind = delivery.message().kind();
        row.body = delivery.message().body();
        row.createdAt = stored(delivery.message().createdAt());
        fill(row, delivery.state(), delivery.at());
        return row;
    }

    static void fill(DeliveryEntity row, DeliveryState state, Instant at) {
        row.attempts = state.attempts();
        row.detail = shortened(state.detail());
        row.changedAt = stored(at);
        switch (state) {
            case DeliveryState.Waiting(_, _, var dueAt) -> {
                row.status = DeliveryEntity.Status.WAITING;
                row.dueAt = stored(dueAt);
            }
            case DeliveryState.Sent _ -> {
                row.status = DeliveryEntity.Status.SENT;
                row.dueAt = null;
            }
            case DeliveryState.Dead _ -> {
                row.status = DeliveryEntity.Status.DEAD;
                row.dueAt = null;
            }
        }
    }

    private static @Nullable String shortened(@Nullable String detail) {
        return detail == null || detail.length() <= DETAIL_LENGTH
                ? detail
                : detail.substring(0, DETAIL_LENGTH);
    }

    // What the column can hold, so that a time reads back as it was written.
    static Instant stored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    static Delivery delivery(DeliveryEntity row) {
        return new Delivery(
                row.id,
                new Delivery.Receiver(row.channelId, row.channelName),
                new Delivery.Message(row.kind, row.alertId, row.body, row.createdAt),
                row.changedAt,
                state(row));
    }

    private static DeliveryState state(DeliveryEntity row) {
        return switch (row.status) {
            case WAITING ->
                    new DeliveryState.Waiting(
                            row.attempts,
                            row.detail,
                            Objects.requireNonNull(row.dueAt, "a waiting delivery is due"));
            case SENT -> new DeliveryState.Sent(row.attempts, row.detail);
            case DEAD -> new DeliveryState.Dead(row.attempts, row.detail);
        };
    }
}

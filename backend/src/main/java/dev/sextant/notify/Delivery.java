// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message to one channel.
///
/// @param id sorts by creation; receivers get it as idempotency key, the same at every attempt
/// @param at when it came into its state
public record Delivery(
        String id, Receiver receiver, Message message, Instant at, DeliveryState state) {

    /// The channel, with its name as it was then, so that the record can be read after the channel is gone.
    public record Receiver(String channelId, String channelName) {}

    /// What is told, frozen when it was decided.
    ///
    /// @param alertId whose story it belongs to; deliveries of one alert to one channel go out in order; null for a test
    /// @param body the message as JSON, the same for every kind of channel
    public record Message(
            DeliveryKind kind, @Nullable String alertId, String body, Instant createdAt) {}

    Delivery withState(DeliveryState next, Instant now) {
        return new Delivery(id, receiver, message, now, next);
    }
}

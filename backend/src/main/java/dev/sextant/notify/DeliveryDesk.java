// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.notify.DueLanes.Lane;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/// One delivery at a time: claims it, has it sent, and puts down how that ended.
@ApplicationScoped
public class DeliveryDesk {
    private static final Logger LOG = Logger.getLogger(DeliveryDesk.class);

    private final Deliveries deliveries;
    private final Channels channels;
    private final ChannelSender sender;
    private final DeliveryMeters meters;
    private final Backoff backoff;

    DeliveryDesk(
            Deliveries deliveries,
            Channels channels,
            ChannelSender sender,
            DeliveryMeters meters,
            NotifyConfig config) {
        this.deliveries = deliveries;
        this.channels = channels;
        this.sender = sender;
        this.meters = meters;
        this.backoff =
                new Backoff(config.retryFirst(), config.retryLongest(), config.maxAttempts());
    }

    Optional<Delivery> claim(Lane lane, Instant now, Instant until) {
        return deliveries.claim(lane.tenant(), lane.channelId(), now, until);
    }

    /// Sends a claimed delivery.
    ///
    /// @return whether the lane may go on
    boolean send(Lane lane, Delivery delivery, InstantSource clock) {
        var channel = channels.find(lane.tenant(), lane.channelId());
        if (channel.isEmpty()) {
            var gone =
                    new DeliveryState.Dead(delivery.state().attempts(), "the channel was deleted");
            settle(lane.tenant(), delivery, gone, clock.instant());
            return true;
        }
        var outcome = attempt(lane.tenant(), channel.get(), delivery);
        var now = clock.instant();
        settle(lane.tenant(), delivery, backoff.after(delivery.state(), outcome, now), now);
        return outcome instanceof SendOutcome.Accepted;
    }

    /// Sends a delivery that was never queued, once, and keeps it in the record.
    ///
    /// @return how it ended
    public SendOutcome sendOnce(
            TenantId tenant, Channel channel, Delivery delivery, InstantSource clock) {
        var outcome = attempt(tenant, channel, delivery);
        var state =
                switch (outcome) {
                    case SendOutcome.Accepted(var detail) -> new DeliveryState.Sent(1, detail);
                    case SendOutcome.Refused(var detail) -> new DeliveryState.Dead(1, detail);
                };
        settle(tenant, delivery, state, clock.instant());
        return outcome;
    }

    private SendOutcome attempt(TenantId tenant, Channel channel, Delivery delivery) {
        return meters.time(() -> sender.send(tenant, channel.target(), delivery));
    }

    private void settle(TenantId tenant, Delivery delivery, DeliveryState state, Instant now) {
        deliveries.put(tenant, delivery.withState(state, now));
        meters.count(state);
        if (state instanceof DeliveryState.Dead(var attempts, var detail)) {
            LOG.warnf(
                    "delivery %s of tenant %s to channel \"%s\" is given up after %d attempts: %s; see its deliveries",
                    delivery.id(), tenant, delivery.receiver().channelName(), attempts, detail);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import dev.sextant.notify.DueLanes.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Sends what is due. Each channel is a lane with a virtual thread of its own, so that a receiver that hangs or refuses holds
/// up nobody else. Within a lane deliveries go one after the other; the first that fails ends the lane's turn, so that a
/// dead receiver is asked once per turn and not once per message.
///
/// At least once: a delivery is claimed for a while, sent, and only then put down as sent. Whoever dies in between leaves it
/// due again after that while; the receiver then sees the same `Sextant-Delivery` a second time.
@ApplicationScoped
public class DeliveryLanes {
    private static final Logger LOG = Logger.getLogger(DeliveryLanes.class);

    /// What may pass between the end of an attempt and its record, before another sender may take it for lost.
    private static final Duration RECORDING = Duration.ofSeconds(30);

    private final DueLanes due;
    private final DeliveryDesk desk;
    private final InstantSource clock;
    private final Duration lease;
    private final Set<Lane> busy = ConcurrentHashMap.newKeySet();

    @Inject
    DeliveryLanes(DueLanes due, DeliveryDesk desk, NotifyConfig config, InstantSource clock) {
        this.due = due;
        this.desk = desk;
        this.clock = clock;
        this.lease = config.timeout().plus(RECORDING);
    }

    /// Starts every lane that has something due and is not under way.
    ///
    /// @return their ends; nobody has to wait for them
    public List<CompletableFuture<?>> start() {
        var started = new ArrayList<CompletableFuture<?>>();
        for (var lane : due.list(clock.instant())) {
            if (busy.add(lane)) {
                started.add(run(lane));
            }
        }
        return started;
    }

    private CompletableFuture<?> run(Lane lane) {
        return CompletableFuture.runAsync(
                        () -> drain(lane), task -> Thread.ofVirtual().name("notify").start(task))
                .whenComplete((_, problem) -> {
                    busy.remove(lane);
                    if (problem != null) {
                        LOG.errorf(
                                problem,
                                "sending to channel %s of tenant %s stopped; what is unfinished is tried again in %s",
                                lane.channelId(),
                                lane.tenant(),
                                lease);
                    }
                });
    }

    private void drain(Lane lane) {
        var isTaking = true;
        while (isTaking && !Thread.currentThread().isInterrupted()) {
            isTaking = sendNext(lane);
        }
    }

    private boolean sendNext(Lane lane) {
        Instant now = clock.instant();
        return desk.claim(lane, now, now.plus(lease))
                .map(delivery -> desk.send(lane, delivery, clock))
                .orElse(false);
    }
}

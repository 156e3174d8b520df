// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// The thread that keeps the lanes going: woken by each commit that queues deliveries, and every so often for retries and for
/// what another node or an earlier run left.
@ApplicationScoped
public class OutboxSender {
    private static final Logger LOG = Logger.getLogger(OutboxSender.class);

    private final DeliveryLanes lanes;
    private final Duration pollEvery;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("notify-outbox").daemon().unstarted(this::work);

    OutboxSender(DeliveryLanes lanes, NotifyConfig config) {
        this.lanes = lanes;
        this.pollEvery = config.pollEvery();
    }

    void onStart(@Observes StartupEvent event) {
        thread.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    void onQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesQueued event) {
        wake.release();
    }

    private void work() {
        try {
            while (!thread.isInterrupted()) {
                startLanes();
                if (wake.tryAcquire(pollEvery.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException stopping) {
            LOG.debug("the outbox stops; what is unsent goes out after the next start");
        }
    }

    private void startLanes() {
        try {
            lanes.start();
        } catch (RuntimeException problem) {
            LOG.error(
                    "the outbox can't be read; notifications wait, next try in " + pollEvery,
                    problem);
        }
    }
}

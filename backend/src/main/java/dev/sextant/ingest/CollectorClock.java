// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.store.StoreUnavailableException;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Runs the collectors on the epoch grid, on one thread of its own, for as long as the platform runs. A tick that comes
/// while the one before still works is left out.
@ApplicationScoped
class CollectorClock implements TenantHoldings {
    private static final Logger LOG = Logger.getLogger(CollectorClock.class);

    private final List<Collector> collectors;
    private final SampleIntake intake;
    private final InstantSource clock;
    private final Duration every;
    private final TenantId tenant;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Set<String> failing = new HashSet<>();

    CollectorClock(
            @All List<Collector> collectors,
            SampleIntake intake,
            InstantSource clock,
            IngestConfig config) {
        this.collectors = collectors.stream().filter(Collector::isEnabled).toList();
        this.intake = intake;
        this.clock = clock;
        this.every = config.host().every();
        this.tenant = new TenantId(config.host().tenant());
    }

    void start(@Observes StartupEvent event) {
        if (!collectors.isEmpty()) {
            Thread.ofPlatform().daemon().name("sextant-collectors").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    /// The host's own series go to nobody when their tenant does.
    @Override
    public void erase(TenantId erased) {
        if (erased.equals(tenant)) {
            stopped.countDown();
        }
    }

    private void run() {
        try {
            var next = slotAfter(clock.instant());
            while (!stopped.await(clock.instant().until(next).toMillis(), TimeUnit.MILLISECONDS)) {
                for (var collector : collectors) {
                    collect(collector, next);
                }
                next = slotAfter(clock.instant());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant slotAfter(Instant now) {
        long grid = every.toMillis();
        return Instant.ofEpochMilli((Math.floorDiv(now.toEpochMilli(), grid) + 1) * grid);
    }

    // A boundary: whatever breaks in one collector must stop neither the others nor its own next
    // tick.
    private void collect(Collector collector, Instant slot) {
        try {
            var measured = new Measurements(slot);
            collector.collect(measured);
            intake.accept(
                    tenant,
                    collector.source(),
                    Payload.of(measured.series(), measured.metadata()),
                    slot);
            failing.remove(collector.source());
        } catch (StoreUnavailableException away) {
            warnOnce(collector, "the store is away", away);
        } catch (RuntimeException broken) {
            warnOnce(collector, "it failed", broken);
        }
    }

    private void warnOnce(Collector collector, String why, RuntimeException cause) {
        if (failing.add(collector.source())) {
            LOG.warnf(
                    cause,
                    "samples of collector %s are lost from now on, because %s; it is tried again every %s",
                    collector.source(),
                    why,
                    every);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import dev.sextant.evaluation.SlotEvaluation;
import dev.sextant.evaluation.SlotTakenException;
import dev.sextant.schedule.DueSlots.CatchUp;
import dev.sextant.telemetry.Timing;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// Works off the due slots of rules: a virtual thread per due rule, a bound per tenant, one slot of a rule at a time and in
/// order.
@ApplicationScoped
public class SlotRunner {
    private static final Logger LOG = Logger.getLogger(SlotRunner.class);

    private final ExecutorService threads;
    private final Map<TenantId, Semaphore> places = new ConcurrentHashMap<>();
    private final SlotEvaluation slots;
    private final ScheduleConfig config;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private volatile boolean stopping;

    @Inject
    SlotRunner(
            SlotEvaluation slots,
            ScheduleConfig config,
            InstantSource clock,
            MeterRegistry meters) {
        this(
                slots,
                config,
                clock,
                meters,
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("rule-", 0).factory()));
    }

    SlotRunner(
            SlotEvaluation slots,
            ScheduleConfig config,
            InstantSource clock,
            MeterRegistry meters,
            ExecutorService threads) {
        this.threads = threads;
        this.slots = slots;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    /// Works off what is due of a rule, soon and on another thread. A rule that is still running goes on by itself.
    void submit(ScheduledRule entry) {
        if (!stopping && entry.begin()) {
            threads.execute(() -> run(entry));
        }
    }

    /// Returns when no slot of a tenant is running; those who call have dropped its rules before.
    void awaitQuiet(TenantId tenant) {
        var place = places.get(tenant);
        if (place != null) {
            place.acquireUninterruptibly(config.tenantConcurrency());
            place.release(config.tenantConcurrency());
            places.remove(tenant);
        }
    }

    /// Lets the slots that are running come to their end while the database is still open; those that are due are taken up
    /// after the next start.
    void onStop(@Observes ShutdownEvent ignored) {
        stop();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        threads.close();
    }

    private void run(ScheduledRule entry) {
        var place =
                places.computeIfAbsent(
                        entry.tenant(), _ -> new Semaphore(config.tenantConcurrency()));
        place.acquireUninterruptibly();
        try {
            workOff(entry);
        } catch (SlotTakenException taken) {
            LOG.debugf("%s; going on with the next", taken.getMessage());
            entry.doneThrough(taken.slot());
        } catch (RuntimeException problem) {
            LOG.errorf(
                    problem,
                    "a slot of rule %s of tenant %s could not be recorded; it is tried again at the next tick",
                    entry.rule().id(),
                    entry.tenant());
        } finally {
            place.release();
            entry.end();
        }
    }

    private void workOff(ScheduledRule entry) {
        var bound = new CatchUp(config.catchUp(), config.catchUpSlots());
        var due = DueSlots.afterPause(entry.done(), dueUntil(entry), timing(entry), bound);
        while (!due.isEmpty() && !isOver(entry)) {
            workOff(entry, due);
            due = DueSlots.afterOverrun(entry.done(), dueUntil(entry), timing(entry));
        }
    }

    private boolean isOver(ScheduledRule entry) {
        return stopping || entry.isDropped();
    }

    private void workOff(ScheduledRule entry, DueSlots due) {
        var rule = entry.rule();
        if (due.skipped() != null) {
            slots.skip(entry.tenant(), rule, due.skipped(), clock.instant());
            entry.doneThrough(due.skipped().through());
        }
        for (var slot : due.evaluate()) {
            if (isOver(entry)) {
                return;
            }
            evaluate(entry, slot);
        }
    }

    private void evaluate(ScheduledRule entry, Instant slot) {
        var rule = entry.rule();
        var now = clock.instant();
        var done = slots.evaluate(entry.tenant(), rule, slot, now);
        entry.doneThrough(slot);
        var lag = Duration.between(slot.plus(rule.header().delay()), now);
        meters.timer("sextant.evaluation.lag").record(lag.isNegative() ? Duration.ZERO : lag);
        meters.timer("sextant.evaluation", "outcome", done.outcome().text())
                .record(done.duration());
    }

    private Instant dueUntil(ScheduledRule entry) {
        return clock.instant().minus(entry.rule().header().delay());
    }

    private static Timing timing(ScheduledRule entry) {
        return entry.rule().header().timing();
    }
}

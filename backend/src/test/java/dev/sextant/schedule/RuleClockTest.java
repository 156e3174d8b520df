// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import static dev.sextant.evaluation.EvaluationFixture.ACME;
import static dev.sextant.evaluation.EvaluationFixture.CPU;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.evaluation.EvaluationFixture;
import dev.sextant.evaluation.LedgerEntry;
import dev.sextant.evaluation.Outcome;
import dev.sextant.rule.RuleChanged;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RuleClockTest {
    private static final Beat TEN_SECONDS = new Beat(Duration.ofSeconds(10), Duration.ZERO);

    private final EvaluationFixture fixture = new EvaluationFixture();
    private final AtomicReference<Instant> now = new AtomicReference<>(at(0));
    private final AtomicReference<Set<Beat>> beats = new AtomicReference<>(Set.of());

    @Test
    void aNewRuleTicksAndItsSlotsStandInTheLedger() {
        var process = new Process();
        process.clock.start();
        fixture.saveRule(at(0));
        process.clock.onChange(new RuleChanged(ACME, CPU, at(0)));
        assertThat(beats.get()).containsExactly(TEN_SECONDS);
        process.tickAt(10);
        process.tickAt(20);
        process.stop();
        assertThat(ledger()).extracting(LedgerEntry::slot).containsExactly(at(10), at(20));
    }

    @Test
    void aDeletedRuleTicksNoMore() {
        fixture.saveRule(at(0));
        var process = new Process();
        process.clock.start();
        fixture.rules.delete(ACME, CPU);
        process.clock.onChange(new RuleChanged(ACME, CPU, at(5)));
        assertThat(beats.get()).isEmpty();
        process.tickAt(10);
        process.stop();
        assertThat(ledger()).isEmpty();
    }

    @Test
    void aRestartCatchesUpAndLeavesNoSlotOut() {
        fixture.saveRule(at(0));
        var first = new Process();
        first.clock.start();
        first.tickAt(10);
        first.stop();
        now.set(at(1_000));
        var second = new Process();
        second.clock.start();
        second.stop();
        var entries = ledger();
        assertThat(slots(entries)).isEqualTo(grid(10, 1_000));
        assertThat(entries)
                .filteredOn(entry -> entry.outcome() == Outcome.SKIPPED)
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.reason()).startsWith("missed"));
        assertThat(entries)
                .filteredOn(entry -> entry.outcome() == Outcome.COMPLETED)
                .hasSizeGreaterThan(10);
    }

    @Test
    void twoClocksOnOneLedgerEvaluateEachSlotOnce() {
        fixture.saveRule(at(0));
        var one = new Process();
        var other = new Process();
        one.clock.start();
        other.clock.start();
        for (var second = 10; second <= 200; second += 10) {
            now.set(at(second));
            one.clock.tick(TEN_SECONDS);
            other.clock.tick(TEN_SECONDS);
        }
        one.stop();
        other.stop();
        assertThat(slots(ledger())).isEqualTo(grid(10, 200));
    }

    /// One process: its clock and its threads.
    private final class Process {
        final SlotRunner runner =
                new SlotRunner(
                        fixture.slots(),
                        new Settings(),
                        now::get,
                        new SimpleMeterRegistry(),
                        new Direct());
        final RuleClock clock = new RuleClock(fixture.rules, fixture.log, runner, beats::set);

        void tickAt(long second) {
            now.set(at(second));
            clock.tick(TEN_SECONDS);
        }

        void stop() {
            runner.stop();
        }
    }

    /// Runs everything at once on the caller's thread.
    private static final class Direct extends AbstractExecutorService {
        private volatile boolean stopped;

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {
            stopped = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            stopped = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return stopped;
        }

        @Override
        public boolean isTerminated() {
            return stopped;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return stopped;
        }
    }

    private record Settings() implements ScheduleConfig {
        @Override
        public Duration catchUp() {
            return Duration.ofMinutes(5);
        }

        @Override
        public int catchUpSlots() {
            return 20;
        }

        @Override
        public int tenantConcurrency() {
            return 4;
        }

        @Override
        public Duration ledgerRetention() {
            return Duration.ofDays(14);
        }
    }

    private List<LedgerEntry> ledger() {
        return fixture.log.list(ACME, CPU, null, 1_000).reversed();
    }

    private static List<Instant> slots(List<LedgerEntry> entries) {
        var slots = new ArrayList<Instant>();
        for (var entry : entries) {
            for (var slot = entry.slot();
                    !slot.isAfter(entry.through());
                    slot = slot.plusSeconds(10)) {
                slots.add(slot);
            }
        }
        return slots;
    }

    private static List<Instant> grid(long from, long through) {
        var slots = new ArrayList<Instant>();
        for (var second = from; second <= through; second += 10) {
            slots.add(at(second));
        }
        return slots;
    }

    private static Instant at(long second) {
        return Instant.parse("2026-03-02T10:00:00Z").plusSeconds(second);
    }
}

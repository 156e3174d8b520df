// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.schedule.DueSlots.CatchUp;
import dev.sextant.telemetry.CronTimes;
import dev.sextant.telemetry.Interval;
import dev.sextant.telemetry.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DueSlotsTest {
    private static final Timing EVERY = new Interval(Duration.ofSeconds(10));

    /// The times of the second and the third are also those of nights on which the clocks change.
    private static final List<Timing> TIMINGS =
            List.of(
                    new Interval(Duration.ofSeconds(7)),
                    new Interval(Duration.ofSeconds(90)),
                    CronTimes.of("*/10 * * * *", "Europe/Berlin"),
                    CronTimes.of("30 2 * * *", "America/New_York"),
                    CronTimes.of("15 8-18/2 * * 1-5", "Asia/Shanghai"));

    private static final long FROM = 1_767_000_000L;
    private static final CatchUp BOUND = new CatchUp(Duration.ofMinutes(1), 60);

    @Test
    void nothingIsDueBeforeTheNextSlot() {
        assertThat(DueSlots.afterPause(at(100), at(109), EVERY, BOUND).isEmpty()).isTrue();
    }

    @Test
    void theNextSlotIsDueAtItsTime() {
        var due = DueSlots.afterPause(at(100), at(110), EVERY, BOUND);
        assertThat(due.evaluate()).containsExactly(at(110));
        assertThat(due.skipped()).isNull();
    }

    @Test
    void slotsMissedInAShortPauseAreAllCaughtUpInOrder() {
        var due = DueSlots.afterPause(at(100), at(135), EVERY, BOUND);
        assertThat(due.evaluate()).containsExactly(at(110), at(120), at(130));
        assertThat(due.skipped()).isNull();
    }

    @Test
    void slotsOlderThanTheBoundAreSkippedWithTheReason() {
        var due = DueSlots.afterPause(at(0), at(1_000), EVERY, BOUND);
        assertThat(due.evaluate()).hasSize(6).startsWith(at(950)).endsWith(at(1_000));
        assertThat(due.skipped()).isNotNull();
        assertThat(due.skipped().from()).isEqualTo(at(10));
        assertThat(due.skipped().through()).isEqualTo(at(940));
        assertThat(due.skipped().reason()).startsWith("missed").contains("1m").contains("60 slots");
    }

    @Test
    void theNewestSlotIsEvaluatedThoughItIsOlderThanTheBound() {
        var hourly = new Interval(Duration.ofHours(1));
        var due = DueSlots.afterPause(at(0), at(3_600 * 5 + 1_800), hourly, BOUND);
        assertThat(due.evaluate()).containsExactly(at(3_600 * 5));
    }

    @Test
    void slotsOverrunByAnOlderOneAreSkippedButTheNewest() {
        var due = DueSlots.afterOverrun(at(100), at(137), EVERY);
        assertThat(due.evaluate()).containsExactly(at(130));
        assertThat(due.skipped()).isNotNull();
        assertThat(due.skipped().from()).isEqualTo(at(110));
        assertThat(due.skipped().through()).isEqualTo(at(120));
        assertThat(due.skipped().reason()).startsWith("overrun");
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 200).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySlotIsDueOnceHoweverTheClockJumps(long seed) {
        var random = new Random(seed);
        var timing = TIMINGS.get(random.nextInt(TIMINGS.size()));
        var start = timing.newest(Instant.ofEpochSecond(FROM + random.nextLong(400 * 86_400L)));
        var bound =
                new CatchUp(Duration.ofSeconds(1 + random.nextInt(600)), 1 + random.nextInt(20));
        var now = start;
        var done = start;
        List<Instant> seen = new ArrayList<>();
        for (var jump = 0; jump < 30; jump++) {
            now = now.plusMillis(random.nextLong(timing.distance(done).toMillis() * 8));
            var due =
                    random.nextBoolean()
                            ? DueSlots.afterPause(done, now, timing, bound)
                            : DueSlots.afterOverrun(done, now, timing);
            seen.addAll(slots(due, timing));
            done = seen.isEmpty() ? start : seen.getLast();
        }
        var end = now;
        var expected =
                Stream.iterate(timing.next(start), slot -> !slot.isAfter(end), timing::next)
                        .toList();
        assertThat(seen).isEqualTo(expected);
    }

    private static List<Instant> slots(DueSlots due, Timing timing) {
        var all = new ArrayList<Instant>();
        if (due.skipped() != null) {
            Stream.iterate(
                            due.skipped().from(),
                            slot -> !slot.isAfter(due.skipped().through()),
                            timing::next)
                    .forEach(all::add);
        }
        all.addAll(due.evaluate());
        return all;
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}

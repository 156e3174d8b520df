// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    */10 * * * *    | UTC              | 2026-03-02T10:04:59Z | 2026-03-02T10:00:00Z | 2026-03-02T10:10:00Z
                    */10 * * * *    | UTC              | 2026-03-02T10:10:00Z | 2026-03-02T10:10:00Z | 2026-03-02T10:20:00Z
                    0 3 * * *       | Europe/Berlin    | 2026-03-02T10:00:00Z | 2026-03-02T02:00:00Z | 2026-03-03T02:00:00Z
                    0 3 * * *       | Asia/Shanghai    | 2026-03-02T10:00:00Z | 2026-03-01T19:00:00Z | 2026-03-02T19:00:00Z
                    0 9 * * MON-FRI | UTC              | 2026-03-07T10:00:00Z | 2026-03-06T09:00:00Z | 2026-03-09T09:00:00Z
                    0 0 29 2 *      | UTC              | 2026-03-02T10:00:00Z | 2024-02-29T00:00:00Z | 2028-02-29T00:00:00Z
                    0 0 1 * 1       | UTC              | 2026-03-03T00:00:00Z | 2026-03-02T00:00:00Z | 2026-03-09T00:00:00Z
                    """)
    void slotsAreTheTimesOfTheExpression(
            String cron, String zone, Instant now, Instant newest, Instant next) {
        var times = CronTimes.of(cron, zone);

        assertThat(times.newest(now)).isEqualTo(newest);
        assertThat(times.next(now)).isEqualTo(next);
    }

    @Test
    void aTimeThatSummerTimeLeavesOutHasNoSlot() {
        var times = CronTimes.of("30 2 * * *", "Europe/Berlin");

        assertThat(slots(times, "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z"))
                .containsExactly(at("2026-03-28T01:30:00Z"), at("2026-03-30T00:30:00Z"));
    }

    @Test
    void aTimeThatComesTwiceHasOneSlotAndEveryHourHasAll() {
        var daily = CronTimes.of("30 2 * * *", "Europe/Berlin");
        var hourly = CronTimes.of("30 * * * *", "Europe/Berlin");

        assertThat(slots(daily, "2026-10-24T23:00:00Z", "2026-10-25T23:00:00Z"))
                .containsExactly(at("2026-10-25T00:30:00Z"));
        assertThat(slots(hourly, "2026-10-24T23:00:00Z", "2026-10-25T02:00:00Z"))
                .containsExactly(
                        at("2026-10-24T23:30:00Z"),
                        at("2026-10-25T00:30:00Z"),
                        at("2026-10-25T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/7 * * * *", "30 2 * * *", "0 */6 * * 0", "5,50 1-3 * * *"})
    void theNewestSlotIsTheOneBeforeTheNext(String cron) {
        var random = new Random(cron.hashCode());
        var times = CronTimes.of(cron, "America/New_York");
        for (int round = 0; round < 300; round++) {
            var now = Instant.ofEpochSecond(1_767_000_000L + random.nextLong(400 * 86_400L));
            var newest = times.newest(now);

            assertThat(newest).isBeforeOrEqualTo(now);
            assertThat(times.next(newest)).isEqualTo(times.next(now)).isAfter(now);
            assertThat(times.newest(newest)).isEqualTo(newest);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    61 * * * *   | UTC          | not in range [0, 59]
                    * * * *      | UTC          | 4 parts
                    */0 * * * *  | UTC          | Period 0
                    5-1 * * * *  | UTC          | Invalid range
                    0 0 30 2 *   | UTC          | there is no such day
                    a b c d e    | UTC          | such as "*/10 * * * *"
                    0 0 * * *    | Mars/Olympus | timezone Mars/Olympus is not known
                    """)
    void whatHasNoTimesIsRefusedWithItsReason(String cron, String zone, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronTimes.of(cron, zone))
                .withMessageContaining(told);
    }

    @Test
    void whatIsWrittenAlikeIsEqual() {
        var one = CronTimes.of(" 0  3 * * *", "UTC");

        assertThat(one).isEqualTo(CronTimes.of("0 3 * * *", "UTC")).hasToString("0 3 * * * (UTC)");
        assertThat(one).isNotEqualTo(CronTimes.of("0 3 * * *", "Europe/Berlin"));
        assertThat(one.distance(at("2026-03-02T03:00:00Z"))).isEqualTo(Duration.ofDays(1));
    }

    private static List<Instant> slots(Timing times, String after, String until) {
        var slots = new ArrayList<Instant>();
        var end = at(until);
        for (var slot = times.next(at(after)); !slot.isAfter(end); slot = times.next(slot)) {
            slots.add(slot);
        }
        return slots;
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}

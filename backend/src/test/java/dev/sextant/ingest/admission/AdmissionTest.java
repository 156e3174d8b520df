// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Admission admission =
            new Admission(
                    new AdmissionLimits(3, 2, 10, Duration.ofMinutes(1), Duration.ofDays(1), 0));
    private final Refusals refusals = new Refusals();

    @Test
    void letsGoodSamplesIn() {
        var good = series("up", Map.of("job", "a"), NOW, Double.NaN);

        assertThat(admission.admit(List.of(good), NOW, refusals)).containsExactly(good);
        assertThat(refusals.isEmpty()).isTrue();
    }

    @Test
    void refusesWhatBreaksALimitAndKeepsTheRest() {
        var batch =
                List.of(
                        series("up", Map.of("a", "1", "b", "2", "c", "3"), NOW, 1),
                        series("up", Map.of("a", "12345678901"), NOW, 1),
                        series("up", Map.of("12345678901a", "1"), NOW, 1),
                        series("up", Map.of("1a", "1"), NOW, 1),
                        series("no spaces", Map.of(), NOW, 1),
                        series("good", Map.of(), NOW, 1));

        var admitted = admission.admit(batch, NOW, refusals);

        assertThat(admitted).extracting(each -> each.key().metric()).containsExactly("good");
        assertThat(refusals.counts())
                .isEqualTo(
                        Map.of(
                                Reason.TOO_MANY_LABELS, 1L,
                                Reason.LABEL_TOO_LONG, 2L,
                                Reason.INVALID_NAME, 2L));
        assertThat(refusals.summary()).contains("too-many-labels (up has 3 labels, 2 are allowed");
    }

    @Test
    void refusesSamplesOutsideOfTheTimeAllowed() {
        var times =
                new long[] {
                    NOW.minus(Duration.ofDays(2)).toEpochMilli(),
                    NOW.toEpochMilli(),
                    NOW.plusSeconds(60).toEpochMilli(),
                    NOW.plusSeconds(61).toEpochMilli()
                };
        var batch =
                new Series(new SeriesKey("up", Labels.none()), times, new double[] {1, 2, 3, 4});

        var admitted = admission.admit(List.of(batch), NOW, refusals);

        assertThat(admitted.getFirst().values()).containsExactly(2, 3);
        assertThat(refusals.counts())
                .isEqualTo(Map.of(Reason.TOO_OLD, 1L, Reason.TOO_FAR_IN_FUTURE, 1L));
        assertThat(refusals.summary()).contains("2026-11-21T12:01:01Z", "up{}");
    }

    @Test
    void countsOnlySeriesThatAreActive() {
        assertThat(admitted("a", NOW)).isTrue();
        assertThat(admitted("b", NOW)).isTrue();
        assertThat(admitted("c", NOW)).isTrue();
        assertThat(admitted("d", NOW)).isFalse();
        assertThat(admitted("a", NOW)).isTrue();

        var nextHour = NOW.plus(Duration.ofHours(1));
        assertThat(admitted("a", nextHour)).isTrue();
        assertThat(admitted("d", nextHour)).isFalse();

        var hourAfter = NOW.plus(Duration.ofHours(2));
        assertThat(admitted("d", hourAfter)).isTrue();
        assertThat(admitted("e", hourAfter)).isTrue();
        assertThat(admitted("f", hourAfter)).isFalse();
        assertThat(admitted("f", NOW.plus(Duration.ofHours(9)))).isTrue();
    }

    @Test
    void clipsWhatALabelBombSays() {
        var labels = new TreeMap<String, String>();
        for (int at = 0; at < 1_000; at++) {
            labels.put("label" + at, "x".repeat(1_000));
        }

        admission.admit(List.of(series("up", labels, NOW, 1)), NOW, refusals);

        assertThat(refusals.summary()).hasSizeLessThan(400);
    }

    @Test
    void aTenantThatSendsTooFastWaitsAsLongAsItHasTo() {
        var limits = new AdmissionLimits(9, 9, 99, Duration.ZERO, Duration.ofDays(1), 2);
        var slow = new Admission(limits);
        var batch = List.of(many(200));

        assertThat(slow.admit(batch, NOW, refusals)).as("120 at once, then as a whole").hasSize(1);
        assertThatThrownBy(() -> slow.admit(batch, NOW.plusSeconds(30), refusals))
                .isInstanceOfSatisfying(
                        RateExceededException.class,
                        fast -> {
                            assertThat(fast.retryAfter()).isEqualTo(Duration.ofSeconds(10));
                            assertThat(fast.detail()).contains("2 samples per second");
                        });
        assertThat(slow.admit(batch, NOW.plusSeconds(41), refusals)).hasSize(1);
    }

    private static Series many(int samples) {
        var times = new long[samples];
        Arrays.fill(times, NOW.toEpochMilli());
        return new Series(new SeriesKey("up", Labels.none()), times, new double[samples]);
    }

    private boolean admitted(String metric, Instant now) {
        return !admission.admit(List.of(series(metric, Map.of(), now, 1)), now, refusals).isEmpty();
    }

    private static Series series(
            String metric, Map<String, String> labels, Instant at, double value) {
        return new Series(
                new SeriesKey(metric, Labels.of(labels)),
                new long[] {at.toEpochMilli()},
                new double[] {value});
    }
}

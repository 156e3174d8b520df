// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sextant.laboratory.LabelledIncident;
import dev.sextant.laboratory.LabelledIncident.Made;
import dev.sextant.laboratory.LabelledIncident.Stretch;
import dev.sextant.telemetry.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How scores are counted against labelled incidents: one point is one second, from 0 on.
class IncidentCountTest {
    private final IncidentCount count = new IncidentCount(1);

    @Test
    void anIncidentIsFoundLateAndAnAlarmElsewhereIsWrong() {
        add("....................1..11.......1..", incident(18, 25, true), incident(31, 33, false));

        assertThat(count.found()).isEqualTo(1);
        assertThat(count.alarms()).isEqualTo(2);
        assertThat(count.falseAlarms()).isEqualTo(1);
        assertThat(count.precision()).isEqualTo(0.5);
        assertThat(count.recall()).isEqualTo(1);
        assertThat(count.f1()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(count.meanDelay()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatNobodyFindsIsMissed() {
        add("..........", incident(2, 4, true));

        assertThat(count.missed()).isEqualTo(1);
        assertThat(count.recall()).isZero();
        assertThat(count.precision()).isEqualTo(1);
        assertThat(count.f1()).isZero();
    }

    @Test
    void longBreaksMakeTwoAlarmsAndShortOnesOne() {
        add("1....1......1");

        assertThat(count.alarms()).isEqualTo(2);
        assertThat(count.points()).isEqualTo(13);
    }

    @Test
    void withoutIncidentsAndAlarmsAllIsWell() {
        add("....");

        assertThat(count.f1()).isEqualTo(1);
        assertThat(count.meanDelay()).isZero();
    }

    private void add(String scores, LabelledIncident... incidents) {
        var times = new long[scores.length()];
        Arrays.setAll(times, index -> 1_000L * index);
        var values = scores.chars().mapToDouble(score -> score == '1' ? 1.2 : 0.3).toArray();
        count.add(times, values, List.of(incidents));
    }

    private static LabelledIncident incident(int from, int to, boolean isUseful) {
        return new LabelledIncident(
                "id",
                "m",
                Labels.none(),
                new Stretch(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to)),
                isUseful,
                new Made(Instant.EPOCH, "ada", "", null));
    }
}

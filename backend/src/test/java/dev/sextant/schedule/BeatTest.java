// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeatTest {
    @Test
    void ticksOnTheEpochGridShiftedByItsOffset() {
        var beat = new Beat(Duration.ofSeconds(30), Duration.ofSeconds(20));
        assertThat(beat.next(Instant.parse("2026-03-02T10:00:00Z")))
                .isEqualTo("2026-03-02T10:00:20Z");
        assertThat(beat.next(Instant.parse("2026-03-02T10:00:20Z")))
                .isEqualTo("2026-03-02T10:00:50Z");
    }

    @Test
    void itsNameSaysIntervalAndOffset() {
        assertThat(new Beat(Duration.ofSeconds(90), Duration.ZERO).name()).isEqualTo("1m30s+0s");
    }
}

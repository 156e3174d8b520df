// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourceLineTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final SourceLine line = new SourceLine(1);

    @Test
    void opensAfterThreeFailuresAndLetsOneTryAgain() {
        assertThat(line.health(NOON).state()).isEqualTo("unknown");
        fail(2, NOON);
        assertThat(line.closedUntil(NOON)).isEmpty();
        assertThat(line.health(NOON).state()).isEqualTo("failing");

        fail(1, NOON);

        assertThat(line.closedUntil(NOON.plusSeconds(14))).contains(NOON.plusSeconds(15));
        assertThat(line.health(NOON).state()).isEqualTo("open");
        var later = NOON.plusSeconds(15);
        assertThat(line.closedUntil(later)).as("one tries").isEmpty();
        assertThat(line.closedUntil(later)).as("the others wait").isPresent();
        line.succeeded(later, 7);
        assertThat(line.closedUntil(later)).isEmpty();
        assertThat(line.health(later).state()).isEqualTo("ok");
        assertThat(line.health(later).millis()).isEqualTo(7);
    }

    @Test
    void staysAwayLongerEachTimeButNotForEver() {
        fail(4, NOON);
        assertThat(line.closedUntil(NOON)).contains(NOON.plusSeconds(30));
        fail(100, NOON);
        assertThat(line.closedUntil(NOON)).contains(NOON.plusSeconds(300));
    }

    @Test
    void whoeverGaveUpLeavesTheTryToTheNext() {
        fail(3, NOON);
        var later = NOON.plusSeconds(15);
        assertThat(line.closedUntil(later)).isEmpty();
        line.ended();
        assertThat(line.closedUntil(later)).isEmpty();
    }

    private void fail(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            line.failed(at, "away");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {
    @Test
    void samplesThatDidNotComeAreCountedByTheUsualDistance() {
        var whole = new long[] {0, 15_000, 30_100, 44_900, 60_000};
        var gapped = new long[] {0, 15_000, 30_000, 75_000, 90_000, 105_000, 120_000, 150_000};

        assertThat(Gaps.in(List.of(whole, gapped)))
                .isEqualTo(new Gaps(2, 1, 3, Duration.ofSeconds(15)));
    }

    @Test
    void aLateSampleIsNoGap() {
        var late = new long[] {0, 10_000, 20_000, 36_000, 40_000, 50_000};

        assertThat(Gaps.in(List.of(late)).missing()).isZero();
    }

    @Test
    void tooFewSamplesTellNothing() {
        assertThat(Gaps.in(List.of(new long[] {0, 1_000_000}, new long[] {5})))
                .isEqualTo(new Gaps(2, 0, 0, null));
        assertThat(Gaps.in(List.of())).isEqualTo(new Gaps(0, 0, 0, null));
    }

    @Test
    void samplesAtOneTimeDoNotBreakIt() {
        assertThat(Gaps.in(List.of(new long[] {5, 5, 5, 5, 5})).missing()).isZero();
    }
}

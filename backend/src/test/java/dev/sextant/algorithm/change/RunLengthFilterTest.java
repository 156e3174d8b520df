// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The stream and the whole say the same, and a snapshot goes on as if nothing had happened.
class RunLengthFilterTest {
    private static final int EXPECTED = 250;

    @Test
    void theStreamFindsWhatTheWholeFinds() {
        var values = Made.noisy(400, 1, i -> i < 250 ? 0 : 6);
        var series = CleanSeries.of(values);
        var whole = BayesianOnline.standard().detect(values);
        var filter = new RunLengthFilter(EXPECTED, Noise.of(series.values()).variance());
        var start = 0;
        for (var i = 0; i < values.length && start == 0; i++) {
            filter.advance(series.values()[i]);
            start = i > 20 && filter.probableRun() == 5 ? i - 4 : 0;
        }
        assertThat(whole).singleElement().extracting(Change::index).isEqualTo(start);
    }

    @Test
    void aSnapshotGoesOnBitForBit() {
        var values = Made.noisy(900, 1, i -> i / 200 * 5);
        for (var stop : new int[] {0, 1, 199, 203, 700}) {
            var before = new RunLengthFilter(EXPECTED, 1);
            for (var i = 0; i < stop; i++) {
                before.advance(values[i]);
            }
            var after = RunLengthFilter.restored(before.snapshot());
            for (var i = stop; i < values.length; i++) {
                before.advance(values[i]);
                after.advance(values[i]);
                assertThat(after.probableRun()).isEqualTo(before.probableRun());
                assertThat(after.mass(1, 50)).isEqualTo(before.mass(1, 50));
            }
        }
    }

    @Test
    void aLongRunStaysBoundedAndRight() {
        var filter = new RunLengthFilter(EXPECTED, 1);
        var values = Made.noisy(20_000, 1, _ -> 3);
        for (var value : values) {
            filter.advance(value);
        }
        assertThat(filter.probableRun()).isGreaterThan(15_000);
        assertThat(filter.mass(1, 20_000)).isCloseTo(1, within(1e-6));
        assertThat(filter.snapshot().length).isLessThan(8192);
    }
}

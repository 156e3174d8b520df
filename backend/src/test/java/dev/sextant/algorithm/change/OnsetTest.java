// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnsetTest {
    @Test
    void aStepBeganWhereItIs() {
        var onset = Onset.of(Made.noisy(200, 1, i -> i < 150 ? 5 : 11)).orElseThrow();

        assertThat(onset.index()).isBetween(148, 151);
        assertThat(onset.usual()).isBetween(4.5, 5.5);
        assertThat(onset.now()).isBetween(10.0, 12.0);
        assertThat(onset.score()).isGreaterThan(1);
    }

    @Test
    void aRampIsDatedAtItsFoot() {
        var ramp = Made.noisy(500, 1, i -> i < 400 ? 50 : 50 - (i - 400) * 0.3);

        assertThat(Onset.of(ramp).orElseThrow().index()).isBetween(395, 410);
    }

    @Test
    void onlyWhatWasSeenCounts() {
        var values = Made.noisy(300, 1, i -> i < 100 ? 0 : i < 200 ? 6 : 60);

        assertThat(Onset.before(values, 120).orElseThrow().index()).isBetween(98, 101);
        assertThat(Onset.before(values, 90)).isEmpty();
    }

    @Test
    void quietSeriesHaveNoOnset() {
        assertThat(Onset.of(Made.noisy(400, 2, _ -> 10))).isEmpty();
        assertThat(Onset.of(new double[0])).isEmpty();
        assertThat(Onset.of(new double[] {1})).isEmpty();
        assertThat(Onset.of(new double[300])).isEmpty();
        assertThat(Onset.before(new double[] {1, 2, 3}, -5)).isEmpty();
        assertThat(Onset.of(Made.mapped(new double[30], _ -> Double.NaN))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1, 1e300})
    void unitAndHolesDoNotMatter(double unit) {
        var values = Made.noisy(200, 1, i -> i < 150 ? 0 : 9);
        Arrays.fill(values, 60, 80, Double.NaN);

        var onset = Onset.of(Made.mapped(values, value -> value * unit)).orElseThrow();

        assertThat(onset.index()).isBetween(148, 151);
        assertThat(onset.score()).isFinite();
        assertThat(onset.now()).isFinite();
    }
}

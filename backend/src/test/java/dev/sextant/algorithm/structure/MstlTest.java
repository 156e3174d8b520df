// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MstlTest {
    @Test
    void thePartsAreTheSeries() {
        var series = twoSeasons();
        var parts = new Mstl(List.of(24, 168), 1).decompose(series);
        for (int i = 0; i < series.length; i++) {
            double sum = parts.trend()[i] + parts.remainder()[i];
            for (var season : parts.seasons()) {
                sum += season.values()[i];
            }
            assertThat(sum).isCloseTo(series[i], within(1e-9));
        }
    }

    @Test
    void aLineAndAWaveAreTakenApart() {
        var series = SeasonsTest.wave(24, 480, 5);
        for (int i = 0; i < series.length; i++) {
            series[i] += 0.5 * i;
        }
        var parts = new Stl(24, 11, 0).decompose(series);
        assertThat(parts.trend()[240]).isCloseTo(100 + 120, within(0.5));
        assertThat(parts.seasons().getFirst().values()[246]).isCloseTo(5, within(0.5));
        assertThat(parts.seasonStrength(0)).isGreaterThan(0.98);
        assertThat(parts.trendStrength()).isGreaterThan(0.98);
    }

    @Test
    void eachSeasonHasItsStrength() {
        var parts = new Mstl(List.of(168, 24), 0).decompose(twoSeasons());
        assertThat(parts.seasons()).extracting(SeasonalPart::period).containsExactly(24, 168);
        assertThat(parts.seasonStrength(0)).isGreaterThan(0.9);
        assertThat(parts.seasonStrength(1)).isGreaterThan(0.7);
        assertThat(parts.trendStrength()).isLessThan(0.5);
    }

    @Test
    void robustRoundsLeaveAnOutlierInTheRemainder() {
        var series = SeasonsTest.wave(12, 240, 5);
        var random = new Random(5);
        for (int i = 0; i < series.length; i++) {
            series[i] += 0.5 * random.nextGaussian();
        }
        series[100] += 500;
        var robust = new Stl(12, 7, 5).decompose(series);
        assertThat(robust.remainder()[100]).isCloseTo(500, within(10.0));
        assertThat(robust.remainder()[112]).isCloseTo(0, within(2.0));
    }

    @Test
    void shortConstantAndMissingSeriesAreNoError() {
        var mstl = new Mstl(List.of(24), 1);
        for (int length = 0; length < 60; length++) {
            var series = new double[length];
            assertThat(mstl.decompose(series).trend()).isEqualTo(series);
        }
        var missing = SeasonsTest.wave(24, 240, 5);
        missing[0] = Double.NaN;
        missing[100] = Double.POSITIVE_INFINITY;
        assertThat(mstl.decompose(missing).adjusted()).doesNotContain(Double.NaN);
    }

    @Test
    void impossibleSettingsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mstl(List.of(1), 0))
                .withMessageContaining("a season has 2 points or more, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stl(24, 7, 0).decompose(new double[30]))
                .withMessageContaining("30 points");
    }

    private static double[] twoSeasons() {
        var random = new Random(3);
        var series = SeasonsTest.wave(24, 1008, 10);
        for (int i = 0; i < series.length; i++) {
            series[i] += 5 * Math.sin(2 * Math.PI * i / 168) + random.nextGaussian();
        }
        return series;
    }
}

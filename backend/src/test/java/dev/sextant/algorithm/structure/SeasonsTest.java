// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonsTest {
    private final Random random = new Random(7);

    @Test
    void findsADayUnderTrendNoiseAndOutliers() {
        var series = wave(24, 720, 10);
        for (int i = 0; i < series.length; i++) {
            series[i] += 0.2 * i + 3 * random.nextGaussian() + (random.nextInt(60) == 0 ? 300 : 0);
        }
        assertThat(Seasons.find(series)).containsExactly(24);
    }

    @Test
    void findsADayWithinAWeek() {
        var series = wave(24, 1008, 10);
        for (int i = 0; i < series.length; i++) {
            series[i] += (i / 24 % 7 >= 5 ? -12 : 0) + random.nextGaussian();
        }
        assertThat(Seasons.find(series)).containsExactly(24, 168);
    }

    @Test
    void findsADayOfFiveMinutesToThePoint() {
        var series = wave(288, 2880, 10);
        for (int i = 0; i < series.length; i++) {
            series[i] += 4 * random.nextGaussian();
        }
        assertThat(Seasons.find(series)).containsExactly(288);
    }

    @Test
    void findsADayThatIsPartlyMissing() {
        var series = wave(24, 480, 10);
        for (int i = 0; i < series.length; i++) {
            series[i] = i % 5 == 0 ? Double.NaN : series[i] + random.nextGaussian();
        }
        assertThat(Seasons.find(series)).containsExactly(24);
    }

    @Test
    void findsNothingInNoise() {
        var noise = random.doubles(1000).toArray();
        assertThat(Seasons.find(noise)).isEmpty();
    }

    @Test
    void findsNothingWhereNothingIs() {
        var constant = new double[500];
        Arrays.fill(constant, 4);
        var missing = new double[500];
        Arrays.fill(missing, Double.NaN);
        assertThat(Seasons.find(constant)).isEmpty();
        assertThat(Seasons.find(missing)).isEmpty();
        assertThat(Seasons.find(new double[0])).isEmpty();
        assertThat(Seasons.find(new double[] {1, 2})).isEmpty();
    }

    @Test
    void doesNotDependOnUnitAndOffset() {
        var series = wave(12, 240, 1);
        for (int i = 0; i < series.length; i++) {
            series[i] += 0.2 * random.nextGaussian();
        }
        var other = Arrays.stream(series).map(value -> value * 1e-9 + 1e-6).toArray();
        assertThat(Seasons.find(other)).isEqualTo(Seasons.find(series)).containsExactly(12);
    }

    static double[] wave(int period, int length, double height) {
        var series = new double[length];
        for (int i = 0; i < length; i++) {
            series[i] = 100 + height * Math.sin(2 * Math.PI * i / period);
        }
        return series;
    }
}

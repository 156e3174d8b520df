// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// Intervals hold about the share of points that they say, on series made for it.
class IntervalTest {
    private static final int SERIES = 60;
    private static final int LENGTH = 320;
    private static final int HORIZON = 12;

    @Test
    void onNoise() {
        expectCover(random -> random.doubles(LENGTH).toArray());
    }

    @Test
    void onARandomWalk() {
        expectCover(random -> {
            var walk = new double[LENGTH];
            for (int i = 1; i < LENGTH; i++) {
                walk[i] = walk[i - 1] + random.nextGaussian();
            }
            return walk;
        });
    }

    @Test
    void onASeason() {
        expectCover(random -> {
            var season = new double[LENGTH];
            for (int i = 0; i < LENGTH; i++) {
                season[i] = 50 + 10 * Math.sin(2 * Math.PI * i / 12) + random.nextGaussian();
            }
            return season;
        });
    }

    @Test
    void aHigherLevelIsWider() {
        var series = new Random(1).doubles(100).toArray();
        var options = ForecastOptions.ahead(5).withLevels(0.5, 0.9, 0.99);
        var intervals = Forecasting.forecast(series, options).intervals();
        for (int i = 0; i < 5; i++) {
            assertThat(intervals.get(0).upper()[i]).isLessThan(intervals.get(1).upper()[i]);
            assertThat(intervals.get(1).upper()[i]).isLessThan(intervals.get(2).upper()[i]);
        }
    }

    private static void expectCover(Function<Random, double[]> make) {
        for (double level : List.of(0.8, 0.95)) {
            int inside = 0;
            for (int seed = 0; seed < SERIES; seed++) {
                inside += inside(make.apply(new Random(seed)), level);
            }
            assertThat((double) inside / (SERIES * HORIZON)).isBetween(level - 0.1, level + 0.05);
        }
    }

    private static int inside(double[] series, double level) {
        var known = Arrays.copyOf(series, LENGTH - HORIZON);
        var options = ForecastOptions.ahead(HORIZON).withSeasons(12).withLevels(level);
        var interval = Forecasting.forecast(known, options).intervals().getFirst();
        int inside = 0;
        for (int i = 0; i < HORIZON; i++) {
            double actual = series[LENGTH - HORIZON + i];
            inside += actual >= interval.lower()[i] && actual <= interval.upper()[i] ? 1 : 0;
        }
        return inside;
    }
}

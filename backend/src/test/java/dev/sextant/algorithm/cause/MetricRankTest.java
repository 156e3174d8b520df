// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetricRankTest {
    private static final int BEGAN = 100;

    @Test
    void whatMovedMostAndEarliestComesFirst() {
        var metrics = new LinkedHashMap<String, double[]>();
        metrics.put("still", moved(0, 0));
        metrics.put("late", moved(9, 15));
        metrics.put("early", moved(-8, 0));
        metrics.put("gone", filled(Double.NaN));
        metrics.put("empty", new double[0]);
        metrics.put("constant", filled(4));

        var ranked = MetricRank.rank(metrics, BEGAN);

        assertThat(ranked).extracting(RankedMetric::name).startsWith("early", "late");
        assertThat(ranked.getFirst().onset()).isZero();
        assertThat(ranked.get(1).onset()).isEqualTo(15);
        assertThat(ranked.getFirst().explanation())
                .contains("early moves from ")
                .contains("0 points after the beginning");
        assertThat(ranked.subList(2, 6))
                .allSatisfy(metric -> assertThat(metric.score()).isBetween(0.0, 1.0));
    }

    @Test
    void unitAndOriginDoNotMatter() {
        var metrics = new LinkedHashMap<String, double[]>();
        var values = moved(5, 0);
        metrics.put("small", values);
        metrics.put("large", Arrays.stream(values).map(value -> value * 4096).toArray());

        var ranked = MetricRank.rank(metrics, BEGAN);

        assertThat(ranked.getFirst().score()).isEqualTo(ranked.getLast().score());
    }

    @Test
    void aCounterOfErrorsThatWasZeroIsSeen() {
        var errors = filled(0);
        Arrays.fill(errors, BEGAN, errors.length, 12);

        var ranked = MetricRank.rank(Map.of("errors", errors), BEGAN);

        assertThat(ranked.getFirst().score()).isGreaterThan(100).isFinite();
    }

    private static double[] filled(double value) {
        var values = new double[BEGAN + 40];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] moved(double by, int late) {
        var random = new Random(4);
        var values = new double[BEGAN + 40];
        Arrays.setAll(values, i -> 50 + random.nextGaussian() + (i >= BEGAN + late ? by : 0));
        return values;
    }
}

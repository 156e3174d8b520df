// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Who leads, who resembles, who falls out; and series that no arithmetic likes.
class RelationTest {
    private static final int POINTS = 300;

    private static double[] walk(long seed) {
        var random = new Random(seed);
        var values = new double[POINTS];
        Arrays.setAll(values, i -> (i == 0 ? 0 : 0.5 * values[i - 1]) + random.nextGaussian());
        return values;
    }

    private static double[] later(double[] values, int lag) {
        var moved = new double[values.length];
        Arrays.setAll(moved, i -> i < lag ? Double.NaN : -3 * values[i - lag] + 1000);
        return moved;
    }

    @Test
    void theLagAndTheSignAreFound() {
        var first = walk(1);
        var relation = LaggedCorrelation.of(first, later(first, 7), 20);
        assertThat(relation.lag()).isEqualTo(7);
        assertThat(relation.correlation()).isCloseTo(-1, within(1e-9));
        assertThat(relation.tail()).isLessThan(1e-6);
        assertThat(relation.explanation()).contains("against").contains("7 points later");
        assertThat(LaggedCorrelation.of(later(first, 7), first, 20).lag()).isEqualTo(-7);
    }

    @Test
    void whatHasNothingInCommonIsProbableByChance() {
        assertThat(LaggedCorrelation.of(walk(1), walk(2), 0).tail()).isGreaterThan(0.01);
    }

    @Test
    void hostileSeriesSayNothing() {
        var nothing = new double[POINTS];
        Arrays.fill(nothing, Double.NaN);
        var huge = new double[POINTS];
        Arrays.setAll(huge, i -> i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE);
        var tiny = Arrays.stream(walk(3)).map(value -> value * Double.MIN_VALUE).toArray();
        for (var other : new double[][] {nothing, huge, tiny, new double[POINTS], walk(4)}) {
            for (var one : new double[][] {nothing, huge, tiny, new double[POINTS], walk(5)}) {
                var relation = LaggedCorrelation.of(one, other, 5);
                assertThat(relation.correlation()).isBetween(-1.0, 1.0);
                assertThat(relation.tail()).isBetween(0.0, 1.0);
            }
        }
        assertThat(LaggedCorrelation.of(new double[0], new double[0], 5).correlation()).isZero();
        assertThat(LaggedCorrelation.plain(new double[POINTS], walk(1))).isZero();
    }

    @Test
    void theMostSimilarComesFirst() {
        var one = walk(1);
        var others = Map.of("same", later(one, 2), "other", walk(2), "third", walk(3));
        var found = Similar.to(one, others, 5, 2);
        assertThat(found).hasSize(2);
        assertThat(found.getFirst().name()).isEqualTo("same");
        assertThat(found.getFirst().similarity()).isCloseTo(1, within(1e-9));
    }

    @Test
    void groupsAreOfTheSameCourse() {
        var one = walk(1);
        var two = walk(2);
        var series = List.of(two, one, new double[POINTS], later(one, 0), later(later(one, 0), 0));
        assertThat(groups(series, 9)).containsExactly(2, 1, 3, 1, 1);
        assertThat(Clusters.of(series, 0.9, 9).get(1).others()).isEqualTo(2);
        assertThat(Clusters.of(series, 0.9, 9).get(0).nearest()).isZero();
        assertThat(groups(series, 1)).containsOnly(1);
        assertThat(Clusters.of(List.of(), 0.9, 9)).isEmpty();
    }

    private static List<Integer> groups(List<double[]> series, int most) {
        return Clusters.of(series, 0.9, most).stream().map(Clusters.Member::group).toList();
    }

    @Test
    void whoFallsOutOfItsGroupIsFound() {
        var series = new LinkedHashMap<String, double[]>();
        for (var i = 0; i < 8; i++) {
            var random = new Random(i);
            var values = new double[POINTS];
            Arrays.setAll(values, at -> 100 + 50 * Math.sin(at / 20.0) + random.nextGaussian());
            series.put("host-" + i, values);
        }
        series.getOrDefault("host-3", new double[0])[200] += 30;
        series.getOrDefault("host-4", new double[0])[201] = Double.NaN;
        var found = Peers.compare(series);
        assertThat(member(found, "host-3").score()[200]).isGreaterThan(2);
        assertThat(member(found, "host-3").upper()[200]).isBetween(50.0, 160.0);
        assertThat(member(found, "host-4").score()[201]).isZero();
        assertThat(member(found, "host-2").score()[200]).isLessThan(1);
    }

    private static Peers.Member member(Map<String, Peers.Member> found, String name) {
        return Objects.requireNonNull(found.get(name));
    }

    @Test
    void smallAndHostileGroupsSayNothing() {
        assertThat(Peers.compare(Map.of())).isEmpty();
        var few = Peers.compare(Map.of("a", new double[] {1}, "b", new double[] {9}));
        assertThat(member(few, "a").score()).containsExactly(0);
        assertThat(member(few, "a").expected()).containsExactly(Double.NaN);
        var wild = new LinkedHashMap<String, double[]>();
        for (var i = 0; i < 6; i++) {
            wild.put("s" + i, new double[] {i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE, 0});
        }
        for (var member : Peers.compare(wild).values()) {
            assertThat(member.score()[0]).isBetween(0.0, 1e6);
            assertThat(member.score()[1]).isZero();
        }
    }
}

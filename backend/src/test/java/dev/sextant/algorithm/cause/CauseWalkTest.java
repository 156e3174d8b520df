// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.algorithm.change.Direction;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A shop of five nodes: the page calls cart and search, both call the store; the mailer nobody of them calls.
class CauseWalkTest {
    private static final int QUIET = 60;
    private static final int POINTS = 72;
    private static final CallGraph GRAPH =
            new CallGraph(
                    Map.of(
                            "page", List.of("cart", "search"),
                            "cart", List.of("store"),
                            "search", List.of("store", "search"),
                            "store", List.of("page"),
                            "mailer", List.of("store")));
    private static final Incident SLOW = new Incident("page", QUIET, 12, Direction.UP);

    @Test
    void blameGoesDownToTheNodeThatNobodyBelowExplains() {
        var shop = shop();
        slower(shop, "store", 0.2, 0);
        slower(shop, "search", 0.2, 0);
        slower(shop, "page", 0.2, 0);

        var causes = CauseWalk.rank(GRAPH, shop, SLOW);

        assertThat(causes).extracting(Cause::node).startsWith("store").doesNotContain("mailer");
        assertThat(causes.getFirst().score()).isGreaterThan(0.8);
        assertThat(causes.getFirst().path()).containsExactly("page", "search", "store");
        assertThat(causes.getFirst().evidence().distance()).isEqualTo(2);
        assertThat(causes.getFirst().evidence().onset()).isZero();
        assertThat(causes.getFirst().explanation())
                .startsWith("store keeps ")
                .endsWith("reached by page > search > store");
        assertThat(causes.stream().mapToDouble(Cause::score).sum()).isBetween(0.999, 1.001);
    }

    @Test
    void aNodeWhoseCalleesAreWellKeepsTheBlame() {
        var shop = shop();
        slower(shop, "cart", 0.3, 0);
        slower(shop, "page", 0.3, 0);

        assertThat(CauseWalk.rank(GRAPH, shop, SLOW).getFirst().node()).isEqualTo("cart");
        slower(shop, "page", 3, 0);
        assertThat(CauseWalk.rank(GRAPH, shop, SLOW).getFirst().node()).isEqualTo("page");
    }

    @Test
    void volumeTellsABigCauseFromALoudOne() {
        var shop = shop();
        slower(shop, "page", 0.1, 0);
        slower(shop, "cart", 0.1, 0);
        slower(shop, "search", 0.4, 0);
        var loud = Objects.requireNonNull(shop.get("search")).values();
        shop.put("search", new NodeSeries(loud, filled(5)));

        assertThat(CauseWalk.rank(GRAPH, shop, SLOW).getFirst().node()).isEqualTo("cart");
    }

    @Test
    void whatDepartsLateIsTrustedLess() {
        var shop = shop();
        slower(shop, "page", 0.3, 0);
        slower(shop, "cart", 0.3, 0);
        slower(shop, "search", 0.35, 6);

        var causes = CauseWalk.rank(GRAPH, shop, SLOW);

        assertThat(causes.getFirst().node()).isEqualTo("cart");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-250, 1, 1e250})
    void unitOriginAndUnknownVolumesDoNotMatter(double unit) {
        var shop = shop();
        slower(shop, "store", 0.2, 0);
        slower(shop, "cart", 0.2, 0);
        slower(shop, "page", 0.2, 0);
        var other = new LinkedHashMap<String, NodeSeries>();
        shop.forEach((node, series) -> {
            var values = Arrays.stream(series.values()).map(value -> -unit * value);
            other.put(node, new NodeSeries(values.toArray(), new double[0]));
        });

        var causes = CauseWalk.rank(GRAPH, other, new Incident("page", QUIET, 12, Direction.SAME));

        assertThat(causes.getFirst().node()).isEqualTo("store");
    }

    @Test
    void noSeriesBreaksIt() {
        var wild = new LinkedHashMap<String, NodeSeries>();
        wild.put("page", new NodeSeries(filled(Double.MAX_VALUE), filled(Double.MAX_VALUE)));
        wild.put("cart", new NodeSeries(filled(Double.NaN), new double[0]));
        wild.put("search", new NodeSeries(new double[0], new double[0]));
        wild.put("store", new NodeSeries(filled(0), filled(Double.POSITIVE_INFINITY)));
        assertThat(CauseWalk.rank(GRAPH, wild, SLOW)).isEmpty();

        var page = filled(-Double.MAX_VALUE);
        Arrays.fill(page, QUIET, POINTS, Double.MAX_VALUE / 2);
        wild.put("page", new NodeSeries(page, filled(Double.MAX_VALUE)));
        var step = filled(0);
        Arrays.fill(step, QUIET, POINTS, 1e200);
        wild.put("store", new NodeSeries(step, filled(1e200)));
        for (var worse : Direction.values()) {
            for (var cause : CauseWalk.rank(GRAPH, wild, new Incident("page", QUIET, 3, worse))) {
                assertThat(cause.score()).isBetween(0.0, 1.0);
                assertThat(cause.evidence().anomaly()).isNotNaN();
                assertThat(cause.evidence().share()).isNotNaN();
                assertThat(cause.evidence().similarity()).isBetween(0.0, 1.0);
            }
        }
        assertThat(CauseWalk.rank(GRAPH, Map.of(), SLOW)).isEmpty();
        assertThat(CauseWalk.rank(new CallGraph(Map.of()), shop(), SLOW)).hasSizeLessThan(2);
        assertThat(CauseWalk.rank(GRAPH, shop(), new Incident("page", 900, 1, Direction.UP)))
                .isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new Incident("page", -1, 3, Direction.UP))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> new NodeSeries(new double[3], new double[2]))
                .hasMessageContaining("3 values and 2 volumes");
    }

    private static Map<String, NodeSeries> shop() {
        var random = new Random(2);
        var shop = new LinkedHashMap<String, NodeSeries>();
        for (var node : List.of("page", "cart", "search", "store", "mailer")) {
            var values = new double[POINTS];
            Arrays.setAll(values, i -> 1 + 0.01 * random.nextGaussian());
            shop.put(node, new NodeSeries(values, filled(100)));
        }
        return shop;
    }

    private static double[] filled(double value) {
        var values = new double[POINTS];
        Arrays.fill(values, value);
        return values;
    }

    private static void slower(Map<String, NodeSeries> shop, String node, double by, int late) {
        var before = shop.getOrDefault(node, new NodeSeries(new double[0], new double[0]));
        var values = before.values();
        for (int i = QUIET + late; i < POINTS; i++) {
            values[i] += by;
        }
        shop.put(node, new NodeSeries(values, before.volumes()));
    }
}

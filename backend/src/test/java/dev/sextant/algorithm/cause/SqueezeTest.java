// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Requests by service, zone and client: six of each of the first, four, three.
class SqueezeTest {
    /// Noise of 2 % everywhere; the chosen ones fall to a share.
    private static List<Leaf> leaves(
            Predicate<Map<String, String>> isHit, double share, long seed) {
        var random = new Random(seed);
        var leaves = new ArrayList<Leaf>();
        for (int service = 0; service < 6; service++) {
            for (int zone = 0; zone < 4; zone++) {
                for (int client = 0; client < 3; client++) {
                    var labels =
                            Map.of(
                                    "service", "s" + service,
                                    "zone", "z" + zone,
                                    "client", "c" + client);
                    double expected = 100 * (1 + random.nextInt(20));
                    double usual = expected * (1 + 0.02 * random.nextGaussian());
                    leaves.add(
                            new Leaf(labels, expected, isHit.test(labels) ? usual * share : usual));
                }
            }
        }
        return leaves;
    }

    private static Predicate<Map<String, String>> of(Map<String, String> wanted) {
        return labels -> labels.entrySet().containsAll(wanted.entrySet());
    }

    private static List<Map<String, String>> causes(List<Leaf> leaves) {
        return Squeeze.find(leaves).stream().map(Squeezed::labels).toList();
    }

    @Test
    void aCauseIsFoundInAsManyLabelsAsItTakes() {
        for (long seed = 1; seed <= 5; seed++) {
            for (var cause :
                    List.of(
                            Map.of("service", "s3"),
                            Map.of("service", "s3", "zone", "z1"),
                            Map.of("service", "s3", "zone", "z1", "client", "c2"))) {
                var leaves = leaves(of(cause), 0.3, seed);

                assertThat(causes(leaves)).as("seed %d", seed).containsExactly(cause);
            }
        }
    }

    @Test
    void twoCausesOfDifferentSizeAreToldApart() {
        var one = of(Map.of("service", "s0", "zone", "z0"));
        var random = leaves(one, 0.2, 7);
        var both = new ArrayList<Leaf>();
        for (var leaf : random) {
            boolean isOther = of(Map.of("service", "s4", "client", "c1")).test(leaf.labels());
            both.add(
                    isOther ? new Leaf(leaf.labels(), leaf.expected(), leaf.actual() * 2.5) : leaf);
        }

        assertThat(causes(both))
                .containsExactlyInAnyOrder(
                        Map.of("service", "s0", "zone", "z0"),
                        Map.of("service", "s4", "client", "c1"));
    }

    @Test
    void orderAndUnitDoNotMatter() {
        var leaves = leaves(of(Map.of("zone", "z2", "client", "c0")), 3, 11);
        var mixed =
                new ArrayList<>(
                        leaves.stream()
                                .map(leaf ->
                                        new Leaf(
                                                leaf.labels(),
                                                leaf.expected() * 1e6,
                                                leaf.actual() * 1e6))
                                .toList());
        Collections.shuffle(mixed, new Random(1));

        assertThat(causes(mixed)).isEqualTo(causes(leaves)).hasSize(1);
        assertThat(Squeeze.find(leaves).getFirst().explanation())
                .startsWith("all of client=c0, zone=z2 moved alike: ");
    }

    @Test
    void whatMovedEverywhereLiesInNoLabel() {
        assertThat(causes(leaves(_ -> true, 0.5, 3))).containsExactly(Map.of());
    }

    @Test
    void nothingIsFoundWhereNothingMovedOrNothingIsThere() {
        assertThat(Squeeze.find(List.of())).isEmpty();
        assertThat(Squeeze.find(List.of(new Leaf(Map.of("zone", "a"), 5, 5)))).isEmpty();
        var hostile =
                List.of(
                        new Leaf(Map.of(), Double.NaN, Double.NaN),
                        new Leaf(Map.of("zone", "b"), Double.MAX_VALUE, -Double.MAX_VALUE),
                        new Leaf(Map.of("zone", "c"), Double.NEGATIVE_INFINITY, 1),
                        new Leaf(Map.of("client", ""), Double.MIN_VALUE, 1));
        assertThat(Squeeze.find(hostile))
                .allSatisfy(found -> assertThat(found.potential()).isBetween(0.0, 1.0));
        var labels = new HashMap<String, String>();
        for (int i = 0; i < 11; i++) {
            labels.put("label" + i, "a");
        }
        assertThatThrownBy(() -> Squeeze.find(List.of(new Leaf(labels, 1, 2))))
                .hasMessageContaining("group them by fewer labels");
    }
}

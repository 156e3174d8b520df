// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pruning leaves nothing out: the same least cost as trying every cut, for every cost and shortest stretch.
class OptimalPartitionTest {
    private static final int ROUNDS = 60;

    static Stream<Function<double[], SegmentCost>> costs() {
        return Stream.of(
                values -> new MeanCost(new CumulativeSums(values), 1),
                values -> new MeanVarianceCost(new CumulativeSums(values), 0.01),
                values -> new TrendCost(new CumulativeSums(values), 2));
    }

    @ParameterizedTest
    @MethodSource("costs")
    void prunedEqualsExhaustive(Function<double[], SegmentCost> costOf) {
        var random = new Random(11);
        for (int round = 0; round < ROUNDS; round++) {
            int size = 2 + random.nextInt(40);
            var values = Made.noisy(random, size, 1, i -> i / 9 % 3 * 2);
            int shortest = 1 + random.nextInt(5);
            double penalty = random.nextDouble() * 8;
            var cost = costOf.apply(values);

            var partition = OptimalPartition.of(cost, penalty, shortest);

            assertThat(partition.cost())
                    .isCloseTo(exhaustive(cost, penalty, shortest), within(1e-9));
            assertThat(sum(partition, cost, penalty)).isCloseTo(partition.cost(), within(1e-9));
        }
    }

    private static double sum(Partition partition, SegmentCost cost, double penalty) {
        double sum = penalty * partition.cuts();
        for (int cut = 0; cut <= partition.cuts(); cut++) {
            int to = cut < partition.cuts() ? partition.starts()[cut] : partition.size();
            sum += cost.of(partition.previous(cut), to);
        }
        return sum;
    }

    private static double exhaustive(SegmentCost cost, double penalty, int shortest) {
        int size = cost.size();
        if (size < 2 * shortest) {
            return cost.of(0, size);
        }
        var best = new double[size + 1];
        for (int end = 1; end <= size; end++) {
            best[end] = end < shortest ? Double.POSITIVE_INFINITY : cost.of(0, end);
            for (int start = shortest; start <= end - shortest; start++) {
                best[end] = Math.min(best[end], best[start] + penalty + cost.of(start, end));
            }
        }
        return best[size];
    }
}

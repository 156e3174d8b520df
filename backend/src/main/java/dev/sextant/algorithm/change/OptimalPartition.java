// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

/// The partition with the least sum of costs and penalties: optimal partitioning with the pruning of PELT (Killick, Fearnhead and
/// Eckley, "Optimal detection of changepoints with a linear computational cost", JASA 2012). Exact: pruning leaves out only what
/// cannot win. Linear time where changes are many, quadratic where there are none.
final class OptimalPartition {
    private final SegmentCost cost;
    private final double penalty;
    private final int shortest;
    private final double[] best;
    private final int[] last;
    private final int[] candidates;
    private final int[] deadFrom;
    private int alive;

    private OptimalPartition(SegmentCost cost, double penalty, int shortest) {
        this.cost = cost;
        this.penalty = penalty;
        this.shortest = shortest;
        int size = cost.size();
        best = new double[size + 1];
        last = new int[size + 1];
        candidates = new int[size + 1];
        deadFrom = new int[size + 1];
    }

    /// @param penalty what one cut costs, in the unit of `cost`; at least 0
    /// @param shortest the fewest points of a stretch; at least 1
    static Partition of(SegmentCost cost, double penalty, int shortest) {
        if (cost.size() < 2 * shortest) {
            return Partition.whole(cost);
        }
        return new OptimalPartition(cost, penalty, shortest).solve();
    }

    private Partition solve() {
        int size = cost.size();
        best[0] = -penalty;
        admit(0);
        for (int end = shortest; end <= size; end++) {
            choose(end);
            prune(end);
            // The next end is shortest after this start at the earliest.
            int start = end + 1 - shortest;
            if (start >= shortest) {
                admit(start);
            }
        }
        return trace(size);
    }

    private void admit(int start) {
        candidates[alive] = start;
        deadFrom[alive] = Integer.MAX_VALUE;
        alive++;
    }

    private void choose(int end) {
        double least = Double.POSITIVE_INFINITY;
        int from = 0;
        for (int i = 0; i < alive; i++) {
            double total = best[candidates[i]] + cost.of(candidates[i], end) + penalty;
            if (total < least) {
                least = total;
                from = candidates[i];
            }
        }
        best[end] = least;
        last[end] = from;
    }

    // A start that loses against a cut at `end` loses for ever, but only once a stretch from `end`
    // may end: then it is dropped.
    private void prune(int end) {
        double limit = best[end] + cost.slack();
        int kept = 0;
        for (int i = 0; i < alive; i++) {
            int start = candidates[i];
            int dead = deadFrom[i];
            if (dead == Integer.MAX_VALUE && best[start] + cost.of(start, end) > limit) {
                dead = end + shortest;
            }
            if (dead > end + 1) {
                candidates[kept] = start;
                deadFrom[kept] = dead;
                kept++;
            }
        }
        alive = kept;
    }

    private Partition trace(int size) {
        int count = 0;
        for (int end = last[size]; end > 0; end = last[end]) {
            count++;
        }
        var starts = new int[count];
        for (int end = last[size]; end > 0; end = last[end]) {
            starts[--count] = end;
        }
        return new Partition(starts, size, best[size]);
    }
}

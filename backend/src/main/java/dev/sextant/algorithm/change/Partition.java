// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.Arrays;

/// A series cut into stretches.
///
/// @param starts first index of every stretch but the first, ascending
/// @param size how many points the series has
/// @param cost the sum of the stretches' costs and one penalty per cut
record Partition(int[] starts, int size, double cost) {
    static Partition whole(SegmentCost cost) {
        int size = cost.size();
        return new Partition(new int[0], size, size == 0 ? 0 : cost.of(0, size));
    }

    int cuts() {
        return starts.length;
    }

    /// Where the stretch before cut `cut` begins.
    int previous(int cut) {
        return cut == 0 ? 0 : starts[cut - 1];
    }

    /// Where the stretch that begins at cut `cut` ends, exclusive.
    int next(int cut) {
        return cut + 1 < starts.length ? starts[cut + 1] : size;
    }

    /// What removing cut `cut` alone would cost, the penalty left out.
    double gain(int cut, SegmentCost cost) {
        int from = previous(cut);
        int to = next(cut);
        return cost.of(from, to) - cost.of(from, starts[cut]) - cost.of(starts[cut], to);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Partition that
                && size == that.size
                && Arrays.equals(starts, that.starts);
    }

    @Override
    public int hashCode() {
        return 31 * size + Arrays.hashCode(starts);
    }

    @Override
    public String toString() {
        return "Partition[starts=%s, size=%d, cost=%s]"
                .formatted(Arrays.toString(starts), size, cost);
    }
}

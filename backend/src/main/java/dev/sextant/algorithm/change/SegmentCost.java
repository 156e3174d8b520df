// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

/// How badly one behaviour explains a stretch of a series.
interface SegmentCost {
    /// How many points the series has.
    int size();

    /// The cost of the points `from` (inclusive) to `to` (exclusive), `from < to`; finite.
    double of(int from, int to);

    /// By how much two halves may cost more than the whole; 0 where splitting never costs. It keeps the pruning of
    /// [OptimalPartition] exact for costs that contain a price.
    default double slack() {
        return 0;
    }
}

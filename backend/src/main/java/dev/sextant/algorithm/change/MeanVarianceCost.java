// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

/// A level and a spread of its own for each stretch: minus twice the normal log-likelihood, up to a constant.
///
/// @param floor a variance below which differences of spread mean nothing (rounding, constant stretches); greater than 0
record MeanVarianceCost(CumulativeSums sums, double floor) implements SegmentCost {
    @Override
    public int size() {
        return sums.size();
    }

    @Override
    public double of(int from, int to) {
        int count = to - from;
        return count * Math.log(sums.aroundMean(from, to) / count + floor);
    }
}

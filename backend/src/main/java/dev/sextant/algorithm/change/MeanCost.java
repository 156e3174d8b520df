// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

/// A constant level with known noise: minus twice the normal log-likelihood, up to a constant.
record MeanCost(CumulativeSums sums, double variance) implements SegmentCost {
    @Override
    public int size() {
        return sums.size();
    }

    @Override
    public double of(int from, int to) {
        return sums.aroundMean(from, to) / variance;
    }
}

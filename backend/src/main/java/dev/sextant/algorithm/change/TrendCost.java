// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

/// A level, or a line where its slope earns its price: squared residual, plus the price of the slope.
///
/// @param price what a slope costs, in squared units of the series
record TrendCost(CumulativeSums sums, double price) implements SegmentCost {
    @Override
    public int size() {
        return sums.size();
    }

    @Override
    public double of(int from, int to) {
        return Math.min(sums.aroundMean(from, to), sums.aroundLine(from, to) + price);
    }

    @Override
    public double slack() {
        return price;
    }

    boolean slopes(int from, int to) {
        return sums.aroundLine(from, to) + price < sums.aroundMean(from, to);
    }

    /// The squared residual without the price.
    double residual(int from, int to) {
        return slopes(from, to) ? sums.aroundLine(from, to) : sums.aroundMean(from, to);
    }
}

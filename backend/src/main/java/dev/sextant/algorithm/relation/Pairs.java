// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.relation;

/// Moments of what two series have at the same time, values brought into a range where squares stay finite.
///
/// @param correlation Pearson's; 0 where one of them is constant
record Pairs(int count, double correlation) {
    private static final double FLAT = 1e-12;

    /// @param lag by how many points the second follows
    static Pairs at(double[] first, double[] second, int lag) {
        var firstSize = size(first);
        var secondSize = size(second);
        var count = 0;
        double meanX = 0;
        double meanY = 0;
        double squareX = 0;
        double squareY = 0;
        double product = 0;
        for (var i = Math.max(0, -lag); i < Math.min(first.length, first.length - lag); i++) {
            var x = first[i] / firstSize;
            var y = second[i + lag] / secondSize;
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                continue;
            }
            count++;
            var fromX = x - meanX;
            var fromY = y - meanY;
            meanX += fromX / count;
            meanY += fromY / count;
            squareX += fromX * (x - meanX);
            squareY += fromY * (y - meanY);
            product += fromX * (y - meanY);
        }
        var isFlat = squareX <= FLAT * FLAT * count || squareY <= FLAT * FLAT * count;
        var scale = Math.sqrt(squareX) * Math.sqrt(squareY);
        return new Pairs(count, isFlat ? 0 : Math.clamp(product / scale, -1, 1));
    }

    private static double size(double[] values) {
        var largest = 0.0;
        for (var value : values) {
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        return largest > 0 ? largest : 1;
    }
}

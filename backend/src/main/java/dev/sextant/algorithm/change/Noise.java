// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

/// The noise of a series by its differences, which level shifts hardly touch.
///
/// @param variance of one point around its level; greater than 0 but for a constant series
/// @param persistence correlation of neighbouring points' noise, 0 to 0.9; noise that wanders needs a higher border
record Noise(double variance, double persistence) {
    private static final double MOST_PERSISTENCE = 0.9;

    /// @param values standardised values, see [CleanSeries]
    static Noise of(double[] values) {
        double near = differences(values, 1);
        double far = differences(values, 2);
        if (near <= 0) {
            return new Noise(0, 0);
        }
        // For a process of order one, differences over two steps are 1 + correlation times as
        // large, squared.
        double persistence = Math.clamp(far / near - 1, 0, MOST_PERSISTENCE);
        return new Noise(near / (2 * (1 - persistence)), persistence);
    }

    /// The variance that a mean of many points sees, times their number.
    double longRunVariance() {
        return variance * inflation();
    }

    double inflation() {
        return (1 + persistence) / (1 - persistence);
    }

    // The mean square of differences; robust where they are not mostly zero.
    private static double differences(double[] values, int lag) {
        int count = values.length - lag;
        if (count <= 0) {
            return 0;
        }
        var steps = new double[count];
        double squares = 0;
        for (int i = 0; i < count; i++) {
            steps[i] = values[i + lag] - values[i];
            squares += steps[i] * steps[i] / count;
        }
        double robust = Robust.deviation(steps, Robust.median(steps));
        return robust > 0 ? robust * robust : squares;
    }
}

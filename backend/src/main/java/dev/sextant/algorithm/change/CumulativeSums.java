// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

/// Sums of a series from its start, so that the squared residual of any stretch around its mean or its line takes constant time.
final class CumulativeSums {
    private final double[] values;
    private final double[] squares;
    private final double[] moments;
    private final double middle;

    /// @param series standardised values without NaN, see [CleanSeries]
    CumulativeSums(double[] series) {
        int size = series.length;
        values = new double[size + 1];
        squares = new double[size + 1];
        moments = new double[size + 1];
        middle = size / 2.0;
        for (int i = 0; i < size; i++) {
            double value = series[i];
            values[i + 1] = values[i] + value;
            squares[i + 1] = squares[i] + value * value;
            moments[i + 1] = moments[i] + value * (i - middle);
        }
    }

    int size() {
        return values.length - 1;
    }

    double mean(int from, int to) {
        return (values[to] - values[from]) / (to - from);
    }

    /// Sum of squared distances from the stretch's mean.
    double aroundMean(int from, int to) {
        double sum = values[to] - values[from];
        return Math.max(0, squares[to] - squares[from] - sum * sum / (to - from));
    }

    /// Sum of squared distances from the stretch's least-squares line.
    double aroundLine(int from, int to) {
        double count = to - from;
        if (count < 3) {
            return 0;
        }
        double centre = (from + to - 1) / 2.0 - middle;
        double spread = count * (count * count - 1) / 12;
        double sum = values[to] - values[from];
        double joint = moments[to] - moments[from] - centre * sum;
        return Math.max(0, aroundMean(from, to) - joint * joint / spread);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import dev.sextant.algorithm.forecast.Interval;

/// The measures of the M4 competition for one series (Makridakis, Spiliotis and Assimakopoulos, 2020).
///
/// @param smape symmetric mean absolute percentage error, in per cent
/// @param mase mean absolute error in units of the seasonal naive method's error within the training points
/// @param msis mean scaled interval score at 95 %, in the same units
record M4Score(double smape, double mase, double msis) {
    static final double LEVEL = 0.95;
    private static final double ALPHA = 1 - LEVEL;
    private static final double NORMAL_TAIL = 1.645;

    /// Scores a path and its interval against what came.
    ///
    /// @param period of the competition for this frequency: 24 for hourly, 1 for weekly
    static M4Score of(M4Series series, int period, double[] path, Interval interval) {
        double scale = scale(series.training(), period);
        var actual = series.test();
        double relative = 0;
        double absolute = 0;
        double width = 0;
        for (int i = 0; i < actual.length; i++) {
            double error = Math.abs(actual[i] - path[i]);
            double size = Math.abs(actual[i]) + Math.abs(path[i]);
            relative += size > 0 ? 200 * error / size : 0;
            absolute += error;
            width += width(actual[i], interval.lower()[i], interval.upper()[i]);
        }
        int steps = actual.length;
        return new M4Score(relative / steps, absolute / steps / scale, width / steps / scale);
    }

    private static double width(double actual, double lower, double upper) {
        double below = Math.max(0, lower - actual);
        double above = Math.max(0, actual - upper);
        return upper - lower + 2 / ALPHA * (below + above);
    }

    private static double scale(double[] training, int period) {
        double sum = 0;
        for (int i = period; i < training.length; i++) {
            sum += Math.abs(training[i] - training[i - period]);
        }
        return sum / (training.length - period);
    }

    /// The competition's benchmark Naive2: the last point, seasonally adjusted by classical multiplicative decomposition
    /// if the autocorrelation at `period` is significant at 90 %.
    static double[] naive2(double[] training, int period, int horizon) {
        var path = new double[horizon];
        int length = training.length;
        boolean seasonal = period > 1 && isSeasonal(training, period);
        var indices = seasonal ? indices(training, period) : new double[] {1};
        double last = training[length - 1] / indices[(length - 1) % indices.length];
        for (int i = 0; i < horizon; i++) {
            path[i] = last * indices[(length + i) % indices.length];
        }
        return path;
    }

    private static boolean isSeasonal(double[] values, int period) {
        if (values.length < 3 * period) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < period; lag++) {
            squares += Math.pow(correlation(values, lag), 2);
        }
        double border = NORMAL_TAIL * Math.sqrt((1 + 2 * squares) / values.length);
        return Math.abs(correlation(values, period)) > border;
    }

    private static double correlation(double[] values, int lag) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double whole = 0;
        double part = 0;
        for (int i = 0; i < values.length; i++) {
            whole += (values[i] - mean) * (values[i] - mean);
            part += i < lag ? 0 : (values[i] - mean) * (values[i - lag] - mean);
        }
        return whole > 0 ? part / whole : 0;
    }

    // Mean ratio to the centred moving average at each phase, with mean 1.
    private static double[] indices(double[] values, int period) {
        var sums = new double[period];
        var counts = new int[period];
        int half = period / 2;
        for (int i = half; i < values.length - half; i++) {
            double average = 0;
            for (int j = i - half; j <= i + half; j++) {
                boolean edge = period % 2 == 0 && Math.abs(j - i) == half;
                average += values[j] * (edge ? 0.5 : 1) / period;
            }
            sums[i % period] += values[i] / average;
            counts[i % period]++;
        }
        double mean = 0;
        for (int i = 0; i < period; i++) {
            sums[i] /= counts[i];
            mean += sums[i] / period;
        }
        for (int i = 0; i < period; i++) {
            sums[i] /= mean;
        }
        return sums;
    }
}

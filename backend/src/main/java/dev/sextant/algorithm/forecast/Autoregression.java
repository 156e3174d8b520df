// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.Arrays;
import java.util.List;

/// A linear autoregression on the last points and on those one season ago, with a ridge; many steps ahead by going on
/// from its own forecasts. The seasonal lags do the work of a multiplicative seasonal ARIMA (Box and Jenkins, 1970) at
/// the cost of one least-squares solution.
///
/// @param seasons periods in points, in rising order; may be empty
/// @param differenced works on the steps between points: forgets the level, for series without a usual one
/// @param window how many of the last points to learn from
record Autoregression(List<Integer> seasons, boolean differenced, int window)
        implements ForecastMethod {
    private static final double RIDGE = 1e-4;
    private static final double ROOM = 0.5;

    Autoregression {
        seasons = List.copyOf(seasons);
    }

    /// On the level, from all points.
    static Autoregression ofAll(List<Integer> seasons) {
        return new Autoregression(seasons, false, Integer.MAX_VALUE);
    }

    @Override
    public Fitted fit(double[] values) {
        var recent = Arrays.copyOfRange(values, Math.max(0, values.length - window), values.length);
        var inputs = differenced ? steps(recent) : recent;
        var scale = Scale.of(inputs);
        var lags = Lags.of(seasons, inputs.length);
        if (scale.spread() <= 0 || lags.length == 0) {
            return new Naive().fit(values);
        }
        var coefficients = learn(scale.apply(inputs), lags);
        return new Learnt(lags, coefficients, scale, differenced);
    }

    private static double[] learn(double[] values, int[] lags) {
        int width = lags.length + 1;
        var ridge = new Ridge(width);
        var row = new double[width];
        row[lags.length] = 1;
        for (int i = lags[lags.length - 1]; i < values.length; i++) {
            for (int j = 0; j < lags.length; j++) {
                row[j] = values[i - lags[j]];
            }
            ridge.add(row, values[i]);
        }
        return ridge.solve(RIDGE);
    }

    private static double[] steps(double[] values) {
        var steps = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = values[i + 1] - values[i];
        }
        return steps;
    }

    // Lags in rising order, one coefficient each, the constant last.
    private record Learnt(int[] lags, double[] coefficients, Scale scale, boolean differenced)
            implements Fitted {
        @Override
        public double[] forecast(double[] values, int end, int horizon) {
            int memory = lags[lags.length - 1];
            int from = Math.max(0, end - 4 * memory - (differenced ? 1 : 0));
            var known = Arrays.copyOfRange(values, from, end);
            var inputs = scale.apply(differenced ? steps(known) : known);
            var path = Arrays.copyOf(inputs, inputs.length + horizon);
            var range = Range.of(inputs, ROOM);
            double slope = slope(inputs);
            for (int i = inputs.length; i < path.length; i++) {
                double moved = slope * (i - inputs.length + 1);
                path[i] = range.moved(moved).hold(next(path, i));
            }
            var future = scale.undo(Arrays.copyOfRange(path, inputs.length, path.length));
            return differenced ? sums(future, values[end - 1]) : future;
        }

        // Of a least-squares line: the range of a series that climbs climbs with it.
        private static double slope(double[] inputs) {
            double middle = (inputs.length - 1) / 2.0;
            double products = 0;
            double squares = 0;
            for (int i = 0; i < inputs.length; i++) {
                products += (i - middle) * inputs[i];
                squares += (i - middle) * (i - middle);
            }
            return squares > 0 ? products / squares : 0;
        }

        private double next(double[] path, int at) {
            double sum = coefficients[lags.length];
            for (int j = 0; j < lags.length; j++) {
                sum += coefficients[j] * path[at - lags[j]];
            }
            return sum;
        }

        private static double[] sums(double[] steps, double start) {
            double sum = start;
            for (int i = 0; i < steps.length; i++) {
                sum += steps[i];
                steps[i] = sum;
            }
            return steps;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.Arrays;

/// What a method would have said in the past: fitted without the last part of the series, then asked from several
/// origins in that part (rolling origin; Tashman, 2000).
///
/// @param cut points that were fitted
/// @param origins how many points were known at each origin, rising
/// @param horizon steps asked at each origin
record Backtest(int cut, int[] origins, int horizon) {
    private static final int HORIZONS_HELD_OUT = 8;
    private static final int LARGEST_PART = 3;
    private static final int ORIGINS = 30;
    private static final int FITTED_AT_LEAST = 8;

    /// How a series of `length` points is cut; without origins if it is too short to leave anything out.
    static Backtest plan(int length, int horizon) {
        int held = (int) Math.min(length / LARGEST_PART, (long) HORIZONS_HELD_OUT * horizon);
        int cut = length - held;
        if (held < 2 || cut < FITTED_AT_LEAST) {
            return new Backtest(length, new int[0], 0);
        }
        int steps = Math.min(horizon, Math.max(1, held / 2));
        int room = held - steps;
        int count = Math.min(ORIGINS, room + 1);
        var origins = new int[count];
        for (int i = 0; i < count; i++) {
            origins[i] =
                    cut + (count == 1 ? room : (int) Math.round((double) i * room / (count - 1)));
        }
        return new Backtest(cut, origins, steps);
    }

    boolean isEmpty() {
        return origins.length == 0;
    }

    /// One forecast per origin, each `horizon` long.
    double[][] paths(ForecastMethod method, double[] values) {
        var fitted = method.fit(Arrays.copyOf(values, cut));
        var paths = new double[origins.length][];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = fitted.forecast(values, origins[i], horizon);
        }
        return paths;
    }

    /// What came less what was forecast, per origin and step.
    double[][] errors(double[][] paths, double[] values) {
        var errors = new double[paths.length][horizon];
        for (int i = 0; i < paths.length; i++) {
            for (int j = 0; j < horizon; j++) {
                errors[i][j] = values[origins[i] + j] - paths[i][j];
            }
        }
        return errors;
    }

    /// Mean size of errors.
    static double size(double[][] errors) {
        double sum = 0;
        for (var row : errors) {
            for (double error : row) {
                sum += Math.abs(error) / ((double) errors.length * row.length);
            }
        }
        return sum;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import dev.sextant.algorithm.structure.Gaps;
import dev.sextant.algorithm.structure.Seasons;
import java.util.Arrays;
import java.util.List;

/// Forecasts a series by a method of choice, with intervals learnt from the method's own errors in a back-test. Never
/// fails on data: missing points are bridged, a constant goes on, one point goes on with an interval of no width.
public final class Forecasting {
    // Older points cost time and say little: five weeks of minutes.
    private static final int LONGEST_HISTORY = 50_400;

    private Forecasting() {}

    /// The points after the last one of `series`, with [Method#AUTO].
    ///
    /// @param series equally spaced, NaN where a point is missing; may be empty
    public static Forecast forecast(double[] series, ForecastOptions options) {
        return forecast(Method.AUTO, series, options);
    }

    /// The points after the last one of `series`. The same arguments give the same answer.
    ///
    /// @param series equally spaced, NaN where a point is missing; may be empty; of more than 50,400 points the last
    ///     ones count
    public static Forecast forecast(Method method, double[] series, ForecastOptions options) {
        var recent = fromFirstSeen(series);
        if (recent.length == 0) {
            return unknown(options);
        }
        // A power of two changes no digit, and keeps the largest numbers from overflowing on the
        // way.
        int exponent = exponent(recent);
        var holed = scaled(recent, -exponent);
        var usable = seasons(holed, options);
        var values = Gaps.filled(holed, usable.isEmpty() ? 0 : usable.getLast());
        var outcome =
                new Combination(members(method, values, usable))
                        .forecast(values, options.horizon());
        // What never was negative, as counts and shares, isn't foretold to become so.
        double floor = Range.of(values, 0).low() >= 0 ? 0 : -Double.MAX_VALUE;
        var path = raised(scaled(outcome.path(), exponent), floor);
        var conformal =
                outcome.errors().length == 0
                        ? Conformal.wandering(values, options.horizon())
                        : Conformal.of(outcome.errors(), options.horizon());
        var intervals =
                options.levels().stream()
                        .map(level ->
                                around(
                                        level,
                                        path,
                                        scaled(conformal.widths(level), exponent),
                                        floor))
                        .toList();
        return new Forecast(path, intervals, usable, outcome.fit());
    }

    private static List<Integer> seasons(double[] values, ForecastOptions options) {
        var seasons = options.seasons() == null ? Seasons.find(values) : options.seasons();
        return seasons.stream().filter(period -> period < values.length).toList();
    }

    private static List<ForecastMethod> members(
            Method method, double[] values, List<Integer> seasons) {
        return Scale.of(values).spread() <= 0 ? List.of(new Naive()) : method.members(seasons);
    }

    private static double[] raised(double[] path, double floor) {
        return Arrays.stream(path).map(value -> Math.max(floor, value)).toArray();
    }

    private static Interval around(double level, double[] path, double[] widths, double floor) {
        var lower = new double[path.length];
        var upper = new double[path.length];
        for (int i = 0; i < path.length; i++) {
            lower[i] = held(path[i] - widths[i]);
            upper[i] = held(path[i] + widths[i]);
        }
        return new Interval(level, raised(lower, floor), upper);
    }

    private static Forecast unknown(ForecastOptions options) {
        var path = new double[options.horizon()];
        Arrays.fill(path, Double.NaN);
        var intervals =
                options.levels().stream()
                        .map(level -> new Interval(level, path.clone(), path.clone()))
                        .toList();
        return new Forecast(path, intervals, List.of(), 0);
    }

    private static double[] fromFirstSeen(double[] series) {
        int first = Math.max(0, series.length - LONGEST_HISTORY);
        while (first < series.length && !Double.isFinite(series[first])) {
            first++;
        }
        var seen = Arrays.copyOfRange(series, first, series.length);
        return Arrays.stream(seen)
                .map(value -> Double.isFinite(value) ? value : Double.NaN)
                .toArray();
    }

    private static int exponent(double[] series) {
        double largest = 0;
        for (double value : series) {
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        return largest == 0 ? 0 : Math.getExponent(largest);
    }

    private static double[] scaled(double[] values, int exponent) {
        return Arrays.stream(values).map(value -> held(Math.scalb(value, exponent))).toArray();
    }

    private static double held(double value) {
        return Double.isNaN(value) ? value : Math.clamp(value, -Double.MAX_VALUE, Double.MAX_VALUE);
    }
}

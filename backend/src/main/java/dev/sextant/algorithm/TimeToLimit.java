// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.forecast.Forecast;
import dev.sextant.algorithm.forecast.Interval;
import dev.sextant.algorithm.forecast.TimeToThreshold;
import dev.sextant.algorithm.forecast.TimeToThreshold.Direction;
import java.util.List;
import java.util.OptionalInt;

/// When a forecast that was given out as paths reaches a limit, in milliseconds after a moment; infinite when that is not within it.
public record TimeToLimit(double earliest, double median, double latest) {
    private static final double SOME_LEVEL = 0.5;

    /// The paths of a forecast, at the same times.
    public record Paths(Points expected, Points lower, Points upper) {}

    /// @param last the newest value of the series: it tells from which side the limit is reached
    /// @param now epoch milliseconds
    public static TimeToLimit of(Paths paths, double limit, double last, long now) {
        var band = new Interval(SOME_LEVEL, paths.lower().values(), paths.upper().values());
        var forecast = new Forecast(paths.expected().values(), List.of(band), List.of(), 0);
        var direction = last <= limit ? Direction.RISING : Direction.FALLING;
        var steps = TimeToThreshold.of(forecast, limit, direction);
        var times = paths.expected().times();
        return new TimeToLimit(
                millis(steps.earliest(), times, now),
                millis(steps.expected(), times, now),
                millis(steps.latest(), times, now));
    }

    /// Whether the limit is reached at all, at least by the border of the band.
    public boolean isReached() {
        return Double.isFinite(earliest);
    }

    private static double millis(OptionalInt step, long[] times, long now) {
        return step.isEmpty()
                ? Double.POSITIVE_INFINITY
                : Math.max(0, times[step.getAsInt() - 1] - now);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.OptionalInt;

/// When a forecast passes a limit. Each time is a number of points after the last one of the series, 1 for the next;
/// empty if it is not within the horizon.
///
/// @param earliest when the interval's nearer border passes
/// @param expected when the forecast itself passes
/// @param latest when the interval's farther border passes
public record TimeToThreshold(OptionalInt earliest, OptionalInt expected, OptionalInt latest) {
    /// Which way a limit is passed.
    public enum Direction {
        RISING,
        FALLING
    }

    /// Reads the first interval of `forecast`; without intervals all three times are those of the forecast.
    ///
    /// @param limit in the unit of the series; reaching it is passing it
    /// @throws IllegalArgumentException if the limit is not a number
    public static TimeToThreshold of(Forecast forecast, double limit, Direction direction) {
        if (Double.isNaN(limit)) {
            throw new IllegalArgumentException(
                    "the limit of a time to threshold must be a number, not NaN");
        }
        boolean rising = direction == Direction.RISING;
        var expected = first(forecast.expected(), limit, rising);
        if (forecast.intervals().isEmpty()) {
            return new TimeToThreshold(expected, expected, expected);
        }
        var interval = forecast.intervals().getFirst();
        var near = first(rising ? interval.upper() : interval.lower(), limit, rising);
        var far = first(rising ? interval.lower() : interval.upper(), limit, rising);
        return new TimeToThreshold(near, expected, far);
    }

    private static OptionalInt first(double[] path, double limit, boolean rising) {
        for (int i = 0; i < path.length; i++) {
            if (rising ? path[i] >= limit : path[i] <= limit) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }
}

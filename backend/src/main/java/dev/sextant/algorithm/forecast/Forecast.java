// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.List;

/// The points to come: number 0 is the one after the last of the series.
///
/// @param expected one value per step, in the unit of the series; NaN at every step if no point was ever seen
/// @param intervals one per level asked, in that order, each around `expected`
/// @param seasons the periods that were used, in points, shortest first
public record Forecast(double[] expected, List<Interval> intervals, List<Integer> seasons) {
    public Forecast {
        intervals = List.copyOf(intervals);
        seasons = List.copyOf(seasons);
    }

    /// How many points ahead it looks.
    public int horizon() {
        return expected.length;
    }
}

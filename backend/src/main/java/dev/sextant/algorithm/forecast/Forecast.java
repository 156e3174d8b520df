// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.List;

/// The points to come: number 0 is the one after the last of the series.
///
/// @param expected one value per step, in the unit of the series; NaN at every step if no point was ever seen
/// @param intervals one per level asked, in that order, each around `expected`
/// @param seasons the periods that were used, in points, shortest first
/// @param fit how far it may be trusted, 0 to 1: by how much its errors in the back-test were smaller than those of "the
///     last point goes on"; 0 if it was no better, or the series is too short to tell
public record Forecast(
        double[] expected, List<Interval> intervals, List<Integer> seasons, double fit) {
    public Forecast {
        intervals = List.copyOf(intervals);
        seasons = List.copyOf(seasons);
    }

    /// How many points ahead it looks.
    public int horizon() {
        return expected.length;
    }
}

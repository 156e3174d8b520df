// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One check of a test file: series, a stretch of time to run the rule over, and what is expected.
///
/// @param line of the test file; null when not known
/// @param parameters null: those of the rule
/// @param world what it knows beside series
/// @param history how far the series reach back before the run
record Rehearsal(
        String name,
        @Nullable Integer line,
        @Nullable ObjectNode parameters,
        Span span,
        Duration history,
        List<Sketch> series,
        GivenWorld world,
        List<Expectation> expectations) {
    Rehearsal {
        series = List.copyOf(series);
        expectations = List.copyOf(expectations);
    }

    /// A series to be drawn.
    ///
    /// @param every distance of its points; null: as the rule's slots, within bounds
    /// @param late how long after its time a point arrives
    record Sketch(SeriesKey key, Curve curve, @Nullable Duration every, Duration late) {
        /// Points on the epoch grid of their distance; what the curve leaves out is no point.
        Series drawn(Span span, Duration distance) {
            long step = distance.toMillis();
            long first = Math.ceilDiv(span.from().toEpochMilli(), step);
            long last = Math.floorDiv(span.to().toEpochMilli(), step);
            var grid = new long[Math.toIntExact(Math.max(0, last - first + 1))];
            Arrays.setAll(grid, place -> (first + place) * step);
            var drawn = curve.draw(grid);
            var times = new long[grid.length];
            var values = new double[grid.length];
            int kept = 0;
            for (int i = 0; i < grid.length; i++) {
                if (!Double.isNaN(drawn[i])) {
                    times[kept] = grid[i];
                    values[kept] = drawn[i];
                    kept++;
                }
            }
            return new Series(key, Arrays.copyOf(times, kept), Arrays.copyOf(values, kept));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A chart as data. It may come from a guest script, so its size is bounded and it carries nothing that could run.
///
/// @param unit of the values, as in the catalogue; null when unknown
/// @param lines horizontal lines, such as a threshold
/// @param bands what was to be expected, such as the range of a detector or a forecast
/// @param areas stretches of time to point at
public record Chart(
        @Nullable String title,
        @Nullable String unit,
        List<Line> series,
        List<Mark> lines,
        List<Band> bands,
        List<Area> areas) {
    private static final int MOST_SERIES = 50;
    private static final int MOST_POINTS = 20_000;
    private static final int LONGEST_TEXT = 500;

    public Chart {
        series = List.copyOf(series);
        lines = List.copyOf(lines);
        // Charts that were kept before there were bands have none.
        bands = List.copyOf(Objects.requireNonNullElse(bands, List.of()));
        areas = List.copyOf(areas);
        bounded("title", title);
        bounded("unit", unit);
        int drawn = Math.max(series.size(), bands.size());
        if (drawn > MOST_SERIES) {
            throw new IllegalArgumentException(
                    "a chart holds at most %d series, this one has %d: take .top(n) first"
                            .formatted(MOST_SERIES, drawn));
        }
        var points =
                series.stream().mapToInt(line -> line.times().length).sum()
                        + bands.stream().mapToInt(band -> band.times().length).sum();
        if (points > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "a chart holds at most %d points, this one has %d: use a longer step"
                            .formatted(MOST_POINTS, points));
        }
    }

    private static void bounded(String name, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "a chart's %s has at most %d characters, this one has %d"
                            .formatted(name, LONGEST_TEXT, text.length()));
        }
    }

    /// One line of a chart.
    ///
    /// @param times epoch milliseconds, ascending
    /// @param values one per time; null is a gap
    public record Line(
            String name, Map<String, String> labels, long[] times, @Nullable Double[] values) {
        public Line {
            labels = Map.copyOf(labels);
            bounded("series name", name);
            if (times.length != values.length) {
                throw new IllegalArgumentException(
                        "series %s of a chart has %d times but %d values"
                                .formatted(name, times.length, values.length));
            }
        }
    }

    /// A horizontal line.
    public record Mark(double value, @Nullable String name) {
        public Mark {
            bounded("line name", name);
        }
    }

    /// A range over time.
    ///
    /// @param times epoch milliseconds, ascending
    /// @param lower one per time; null is a gap
    /// @param upper one per time; null is a gap
    public record Band(
            String name, long[] times, @Nullable Double[] lower, @Nullable Double[] upper) {
        public Band {
            bounded("band name", name);
            if (times.length != lower.length || times.length != upper.length) {
                throw new IllegalArgumentException(
                        "band %s of a chart has %d times but %d and %d values"
                                .formatted(name, times.length, lower.length, upper.length));
            }
        }
    }

    /// A stretch of time, epoch milliseconds.
    public record Area(long from, long to) {}
}

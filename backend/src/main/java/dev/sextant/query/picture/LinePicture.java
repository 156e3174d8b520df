// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.picture;

import dev.sextant.query.picture.PlotArea.Span;
import dev.sextant.query.picture.Svg.Spot;
import dev.sextant.query.picture.Svg.Style;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Rows as lines over time. A single row has its sides with it: the band of what is usual or to come, what is expected, points that
/// are out of it, joined series, or, where they stand far apart as few moments, upright lines; the parts of a decomposition stand
/// below it.
final class LinePicture {
    private static final List<String> COLOURS =
            List.of(
                    "#2563eb", "#d97706", "#059669", "#7c3aed", "#dc2626", "#0891b2", "#be185d",
                    "#4b5563");
    private static final Set<String> PARTS = Set.of("trend", "season", "remainder");
    private static final Set<String> PATHS = Set.of("expected", "lower", "upper");
    private static final int HEIGHT = 220;
    private static final int PART_HEIGHT = 90;
    private static final int HEAD = 34;
    private static final int FOOT = 28;
    private static final int GAP = 22;
    private static final int MOMENTS = 40;
    private static final String ODD = "#dc2626";

    private final List<Series> rows;
    private final Frame frame;

    LinePicture(Frame frame) {
        this.frame = frame;
        rows = frame.series().stream().limit(COLOURS.size()).toList();
    }

    String svg() {
        var parts = rows.size() == 1 ? sides(PARTS) : List.<Side>of();
        int below = parts.size() * (PART_HEIGHT + GAP);
        var svg = new Svg(PlotArea.WIDTH, HEAD + HEIGHT + below + FOOT);
        var times = times();
        var area = new PlotArea(HEAD, HEIGHT, times, values(shown()).withRoom());
        legend(svg);
        area.axes(svg, parts.isEmpty());
        if (rows.size() == 1) {
            besides(svg, area);
        }
        for (int i = 0; i < rows.size(); i++) {
            var style = Style.stroke(COLOURS.get(i), 1.4);
            svg.path(Curve.of(rows.get(i)).path(area), style);
        }
        if (rows.size() == 1) {
            odd(svg, area);
        }
        double top = HEAD + HEIGHT + GAP;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var own =
                    new PlotArea(
                            top, PART_HEIGHT, times, values(List.of(part.series())).withRoom());
            own.axes(svg, i == parts.size() - 1);
            svg.path(Curve.of(part.series()).path(own), Style.stroke(COLOURS.get(i + 1), 1.2));
            svg.text(new Spot(66, top + 10), part.name(), Style.fill("#374151"));
            top += PART_HEIGHT + GAP;
        }
        return svg.document();
    }

    /// What stands beside the single row.
    private record Side(String name, Series series) {
        /// A few moments of a row that has many points.
        boolean isMoments(Series row) {
            return series.length() <= MOMENTS && series.length() * 4 < row.length();
        }
    }

    private List<Side> sides(Set<String> names) {
        var labels = rows.getFirst().key().labels();
        return frame.sides().entrySet().stream()
                .filter(side -> names.contains(side.getKey()))
                .flatMap(side ->
                        Stream.ofNullable(side.getValue().byLabels().get(labels))
                                .map(series -> new Side(side.getKey(), series)))
                .toList();
    }

    /// What a join put there: whatever is none of an algorithm's own sides.
    private List<Side> joined() {
        return sides(frame.sides().keySet()).stream()
                .filter(side -> !FramePicture.OF_ALGORITHMS.contains(side.name()))
                .toList();
    }

    private List<Series> shown() {
        var shown = new ArrayList<>(rows);
        if (rows.size() == 1) {
            sides(PATHS).forEach(side -> shown.add(side.series()));
            joined().stream()
                    .filter(side -> !side.isMoments(rows.getFirst()))
                    .forEach(side -> shown.add(side.series()));
        }
        return shown;
    }

    private Span times() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (var series : shown()) {
            if (series.length() > 0) {
                low = Math.min(low, series.times()[0]);
                high = Math.max(high, series.times()[series.length() - 1]);
            }
        }
        return low > high ? new Span(0, 1) : new Span(low, high);
    }

    private static Span values(List<Series> shown) {
        var all =
                shown.stream()
                        .flatMapToDouble(series -> Arrays.stream(series.values()))
                        .filter(Double::isFinite)
                        .summaryStatistics();
        return all.getCount() == 0 ? new Span(0, 1) : new Span(all.getMin(), all.getMax());
    }

    private void besides(Svg svg, PlotArea area) {
        var paths = sides(PATHS);
        var lower = named(paths, "lower");
        var upper = named(paths, "upper");
        if (!lower.isEmpty() && !upper.isEmpty()) {
            var band = Curve.of(upper.getFirst()).over(Curve.of(lower.getFirst()), area);
            svg.path(band, Style.fill("#9ca3af").see(0.3));
        }
        for (var expected : named(paths, "expected")) {
            svg.path(Curve.of(expected).path(area), Style.stroke("#6b7280", 1).dashed());
        }
        int colour = 1;
        for (var side : joined()) {
            if (side.isMoments(rows.getFirst())) {
                moments(svg, area, side.series());
            } else {
                var style = Style.stroke(COLOURS.get(colour++ % COLOURS.size()), 1.2);
                svg.path(Curve.of(side.series()).path(area), style);
            }
        }
    }

    private static List<Series> named(List<Side> sides, String name) {
        return sides.stream().filter(side -> side.name().equals(name)).map(Side::series).toList();
    }

    private static void moments(Svg svg, PlotArea area, Series series) {
        for (long time : series.times()) {
            svg.line(
                    new Spot(area.x(time), area.top()),
                    new Spot(area.x(time), area.top() + area.height()),
                    Style.stroke(ODD, 1).dashed());
        }
    }

    /// Points with a score at the border or above.
    private void odd(Svg svg, PlotArea area) {
        var row = rows.getFirst();
        for (var side : sides(Set.of("score"))) {
            var scores = side.series().values();
            boolean isOfRow = scores.length == row.length();
            double last = Double.NEGATIVE_INFINITY;
            for (int i = 0; isOfRow && i < scores.length; i++) {
                double x = area.x(row.times()[i]);
                boolean isOdd = scores[i] >= 1 && Double.isFinite(row.values()[i]);
                if (isOdd && x - last >= 1) {
                    svg.dot(new Spot(x, area.y(row.values()[i])), 2.2, Style.fill(ODD));
                    last = x;
                }
            }
        }
    }

    private void legend(Svg svg) {
        double left = 62;
        for (int i = 0; i < rows.size() && left < PlotArea.WIDTH - 60; i++) {
            var name = FramePicture.name(rows.get(i), rows.size() == 1 ? 100 : 24);
            svg.box(new Spot(left, 12), 10, 10, Style.fill(COLOURS.get(i)));
            svg.text(new Spot(left + 15, 21), name, Style.fill("#374151"));
            left += 30 + 6.2 * name.length();
        }
        int more = frame.series().size() - rows.size();
        if (more > 0) {
            svg.text(
                    new Spot(PlotArea.WIDTH - 14, 21),
                    "and %,d more".formatted(more),
                    Style.fill("#6b7280").anchored("end"));
        }
    }
}

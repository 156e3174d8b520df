// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.picture;

import dev.sextant.query.picture.Svg.Spot;
import dev.sextant.query.picture.Svg.Style;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import java.util.Map;

/// Rows of one number each as bars, in the order of the answer, with what is said of them in words: by score where there is one,
/// otherwise by value.
final class BarPicture {
    private static final int MOST = 12;
    private static final int ROW = 44;
    private static final int HEAD = 14;
    private static final double LEFT = 14;
    private static final double BAR = 200;
    private static final double LONGEST = 470;
    private static final int NAME = 28;
    private static final int WORDS = 122;

    private final Frame frame;
    private final Map<Labels, Series> scores;

    BarPicture(Frame frame) {
        this.frame = frame;
        scores = frame.sides().getOrDefault("score", new Frame(frame.series())).byLabels();
    }

    String svg() {
        int shown = Math.min(MOST, frame.series().size());
        int more = frame.series().size() - shown;
        var svg = new Svg(PlotArea.WIDTH, HEAD + shown * ROW + (more > 0 ? 24 : 8));
        double largest =
                frame.series().stream().mapToDouble(row -> Math.abs(size(row))).max().orElse(1);
        for (int i = 0; i < shown; i++) {
            var row = frame.series().get(i);
            double top = HEAD + (double) i * ROW;
            double length = largest > 0 ? Math.abs(size(row)) / largest * LONGEST : 0;
            svg.text(new Spot(LEFT, top + 13), FramePicture.name(row, NAME), Style.fill("#111827"));
            svg.box(new Spot(BAR, top + 3), length, 13, Style.fill("#2563eb").see(0.85));
            svg.text(
                    new Spot(BAR + length + 6, top + 13),
                    PlotArea.number(size(row)),
                    Style.fill("#374151"));
            var said = frame.explanations().getOrDefault(row.key().labels(), "");
            svg.text(
                    new Spot(LEFT, top + 30),
                    FramePicture.shortened(said, WORDS),
                    Style.fill("#6b7280"));
        }
        if (more > 0) {
            svg.text(
                    new Spot(LEFT, HEAD + shown * ROW + 12.0),
                    "and %,d more".formatted(more),
                    Style.fill("#6b7280"));
        }
        return svg.document();
    }

    private double size(Series row) {
        var score = scores.getOrDefault(row.key().labels(), row);
        double size = score.length() == 0 ? 0 : score.values()[score.length() - 1];
        return Double.isFinite(size) ? size : 0;
    }
}

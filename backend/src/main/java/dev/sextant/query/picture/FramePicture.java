// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.picture;

import dev.sextant.query.picture.Svg.Spot;
import dev.sextant.query.picture.Svg.Style;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Series;
import java.util.Set;
import java.util.stream.Collectors;

/// An answer as a picture: the same answer gives the same bytes.
public final class FramePicture {
    /// What it is on the wire.
    public static final String MEDIA_TYPE = "image/svg+xml";

    /// Sides that algorithms give, which are drawn in their own way or not at all.
    static final Set<String> OF_ALGORITHMS =
            Set.of(
                    "score",
                    "tail",
                    "expected",
                    "lower",
                    "upper",
                    "fit",
                    "trend",
                    "season",
                    "remainder",
                    "earliest",
                    "median",
                    "latest");

    private FramePicture() {}

    /// SVG in light colours, 760 pixels wide.
    public static String of(Frame frame) {
        if (frame.series().isEmpty()) {
            var svg = new Svg(PlotArea.WIDTH, 60);
            svg.text(
                    new Spot(PlotArea.WIDTH / 2.0, 34),
                    "nothing was found",
                    Style.fill("#6b7280").anchored("middle"));
            return svg.document();
        }
        boolean isSingle = frame.series().stream().allMatch(row -> row.length() <= 1);
        return isSingle ? new BarPicture(frame).svg() : new LinePicture(frame).svg();
    }

    /// A row by its labels, or by its metric where it has none.
    static String name(Series row, int most) {
        var labels =
                row.key().labels().asMap().entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .collect(Collectors.joining(" "));
        return shortened(labels.isEmpty() ? row.key().metric() : labels, most);
    }

    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}

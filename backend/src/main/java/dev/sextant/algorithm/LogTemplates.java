// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.log.TemplateCounts;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lines of logs as series.
public final class LogTemplates {
    private static final String METRIC = "log.lines";
    private static final String TEMPLATE = "template";

    private LogTemplates() {}

    /// A line with its time in epoch milliseconds.
    public record Line(long time, String text) {}

    /// How often lines of each template come per step: a row per template, the one that came most often first.
    public static Frame counted(List<Line> lines, Duration step) {
        var given =
                lines.stream().map(line -> new TemplateCounts.Line(line.time, line.text)).toList();
        var rows = new ArrayList<Series>();
        var said = new HashMap<Labels, String>();
        for (var found : TemplateCounts.of(given, step.toMillis())) {
            var labels = Labels.of(TEMPLATE, found.text().isEmpty() ? "(empty)" : found.text());
            said.put(labels, "%,d lines: %s".formatted(found.lines(), found.text()));
            var counts = found.counts();
            rows.add(
                    new Series(
                            new SeriesKey(METRIC, labels),
                            counts.keySet().stream().mapToLong(Long::longValue).toArray(),
                            counts.values().stream().mapToDouble(Long::doubleValue).toArray()));
        }
        return new Frame(rows, Map.of(), said);
    }
}

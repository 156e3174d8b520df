// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.algorithm.Points;
import dev.sextant.algorithm.TimeToLimit;
import dev.sextant.query.FrameMethods;
import dev.sextant.query.FrameMethods.FrameMethod;
import dev.sextant.query.FrameMethods.UnfitFramesException;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads off a forecast when each row reaches a limit: sides `earliest`, `median` and `latest` in milliseconds after now,
/// infinite when that is not within the forecast. Rows that do not reach it even at the border of the band are left out, and so
/// are the paths of the forecast.
record TimeTo(double limit) implements FrameMethod {
    static TimeTo of(JsonNode plan) {
        var fields = OptionFields.of("timeTo", plan).allow(Set.of("op", "input", "limit"));
        if (fields.find("limit").isEmpty()) {
            throw new IllegalArgumentException("timeTo wants a limit, as in .timeTo(1.0)");
        }
        return new TimeTo(fields.number("limit", Double.NaN));
    }

    @Override
    public Frame apply(List<Frame> inputs, FrameMethods.Run run) {
        var input = inputs.getFirst();
        var sides = input.sides();
        var fit = sides.get("fit");
        if (fit == null) {
            throw new UnfitFramesException(
                    "only a forecast has a time to a limit: put .timeTo after algo.forecast");
        }
        var expected = sides.getOrDefault("expected", fit).byLabels();
        var lower = sides.getOrDefault("lower", fit).byLabels();
        var upper = sides.getOrDefault("upper", fit).byLabels();
        var kept = new ArrayList<Series>();
        var times = new LinkedHashMap<String, List<Series>>();
        for (var row : input.series()) {
            var labels = row.key().labels();
            var paths =
                    new TimeToLimit.Paths(
                            points(expected, labels), points(lower, labels), points(upper, labels));
            double last = row.length() == 0 ? Double.NaN : row.values()[row.length() - 1];
            var found = TimeToLimit.of(paths, limit, last, run.now().toEpochMilli());
            if (found.isReached()) {
                kept.add(row);
                add(times, "earliest", row, found.earliest());
                add(times, "median", row, found.median());
                add(times, "latest", row, found.latest());
            }
        }
        var beside = new LinkedHashMap<String, Frame>();
        beside.put("fit", fit);
        times.forEach((name, series) -> beside.put(name, new Frame(series)));
        return new Frame(kept, Map.of(), input.explanations()).beside(beside);
    }

    private static Points points(Map<Labels, Series> side, Labels labels) {
        var series = side.get(labels);
        return series == null
                ? new Points(new long[0], new double[0])
                : new Points(series.times(), series.values());
    }

    private static void add(
            Map<String, List<Series>> times, String name, Series row, double millis) {
        times.computeIfAbsent(name, _ -> new ArrayList<>())
                .add(new Series(row.key(), new long[] {0}, new double[] {millis}));
    }
}

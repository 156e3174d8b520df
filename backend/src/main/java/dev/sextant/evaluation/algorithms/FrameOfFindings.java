// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import dev.sextant.algorithm.Finding;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects findings into a frame: a row each, with its sides and its explanation.
final class FrameOfFindings {
    private final List<Series> rows = new ArrayList<>();
    private final Map<String, List<Series>> sides = new LinkedHashMap<>();
    private final Map<Labels, String> explanations = new HashMap<>();

    void add(SeriesKey key, Finding found) {
        rows.add(new Series(key, found.row().times(), found.row().values()));
        found.sides()
                .forEach((name, side) ->
                        sides.computeIfAbsent(name, _ -> new ArrayList<>())
                                .add(new Series(key, side.times(), side.values())));
        explanations.put(key.labels(), found.explanation());
    }

    Frame frame() {
        var frames = new LinkedHashMap<String, Frame>();
        sides.forEach((name, series) -> frames.put(name, new Frame(series)));
        return new Frame(rows, frames, explanations);
    }

    /// The rows of several frames, one after the other.
    static Frame joined(List<Frame> frames) {
        if (frames.size() == 1) {
            return frames.getFirst();
        }
        var all = new FrameOfFindings();
        for (var frame : frames) {
            all.rows.addAll(frame.series());
            frame.sides()
                    .forEach((name, side) ->
                            all.sides
                                    .computeIfAbsent(name, _ -> new ArrayList<>())
                                    .addAll(side.series()));
            all.explanations.putAll(frame.explanations());
        }
        return all.frame();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The rows that a query answers with: one series each, in order of their keys unless the query orders them.
///
/// @param sides what stands beside the rows, by name: of each name a frame, whose series belong to the rows of equal labels
/// @param explanations what is said of rows in words, by their labels
public record Frame(
        List<Series> series, Map<String, Frame> sides, Map<Labels, String> explanations) {
    public Frame {
        series = List.copyOf(series);
        sides = Collections.unmodifiableMap(new LinkedHashMap<>(sides));
        explanations = Map.copyOf(explanations);
    }

    public Frame(List<Series> series) {
        this(series, Map.of(), Map.of());
    }

    public long points() {
        long own = series.stream().mapToLong(Series::length).sum();
        return own + sides.values().stream().mapToLong(Frame::points).sum();
    }

    /// Its rows by their labels, of which no two are the same.
    public Map<Labels, Series> byLabels() {
        var rows = new HashMap<Labels, Series>();
        series.forEach(row -> rows.put(row.key().labels(), row));
        return rows;
    }

    /// These of its rows, and what its sides hold of them.
    public Frame keep(List<Series> kept) {
        return new Frame(kept, Map.of(), explanations).beside(sides);
    }

    /// The rows but those of these labels.
    public Frame without(Set<Labels> rows) {
        return rows.isEmpty()
                ? this
                : keep(series.stream().filter(row -> !rows.contains(row.key().labels())).toList());
    }

    /// The rows with other sides, of which only what belongs to rows stays.
    public Frame beside(Map<String, Frame> others) {
        var own = series.stream().map(row -> row.key().labels()).collect(Collectors.toSet());
        var beside = new LinkedHashMap<String, Frame>();
        others.forEach((name, side) -> {
            var belonging =
                    side.series().stream().filter(row -> own.contains(row.key().labels())).toList();
            beside.put(name, side.keep(belonging));
        });
        return new Frame(series, beside, explanations);
    }
}

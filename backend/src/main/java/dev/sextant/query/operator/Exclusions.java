// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Whom a frame names: labels agree with it when all labels of one of its rows have the same values in them.
public final class Exclusions {
    /// The rows, by the names of their labels.
    private final Map<Set<String>, Set<Labels>> named = new HashMap<>();

    private Exclusions(Frame frame) {
        for (var series : frame.series()) {
            var labels = series.key().labels();
            named.computeIfAbsent(labels.asMap().keySet(), _ -> new HashSet<>()).add(labels);
        }
    }

    /// The rows of the input that the other frame does not name.
    public static Frame leaveOut(Frame input, Frame other) {
        var exclusions = new Exclusions(other);
        return input.keep(
                input.series().stream()
                        .filter(series -> !exclusions.name(series.key().labels()))
                        .toList());
    }

    private boolean name(Labels labels) {
        return named.entrySet().stream()
                .anyMatch(group -> group.getValue().contains(labels.only(group.getKey())));
    }
}

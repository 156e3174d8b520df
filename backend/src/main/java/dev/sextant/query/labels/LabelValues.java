// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.labels;

import dev.sextant.query.labels.LabelNames.Known;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values that one label has in all metrics. When metrics change only what they gained and lost is looked at, as there
/// may be a million values.
///
/// @param metrics what the values were found in
/// @param values ascending
record LabelValues(String label, Map<String, Known> metrics, List<String> values) {
    /// Whether a value that a metric lost is still in another one is asked of each of them: more are found anew.
    private static final int MOST_LOST = 10_000;

    static LabelValues none(String label) {
        return new LabelValues(label, Map.of(), List.of());
    }

    /// The values in other metrics, of which most are those from before.
    LabelValues of(Map<String, Known> now) {
        var gained = new HashSet<String>();
        var lost = new HashSet<String>();
        now.forEach((name, known) -> {
            var before = metrics.get(name);
            if (before == null || before.version() != known.version()) {
                compare(in(before), in(known), lost, gained);
            }
        });
        metrics.forEach((name, before) -> {
            if (!now.containsKey(name)) {
                lost.addAll(in(before));
            }
        });
        if (lost.size() > MOST_LOST) {
            return none(label).of(now);
        }
        lost.removeIf(value -> now.values().stream().anyMatch(known -> has(in(known), value)));
        var more = gained.stream().filter(value -> !has(values, value)).sorted().toList();
        return new LabelValues(label, now, merged(without(lost), more));
    }

    private List<String> in(@Nullable Known known) {
        return known == null ? List.of() : known.values().getOrDefault(label, List.of());
    }

    private static boolean has(List<String> ascending, String value) {
        return Collections.binarySearch(ascending, value) >= 0;
    }

    /// What only one of two ascending lists has.
    private static void compare(
            List<String> before,
            List<String> after,
            Collection<String> lost,
            Collection<String> gained) {
        int old = 0;
        for (var value : after) {
            while (old < before.size() && before.get(old).compareTo(value) < 0) {
                lost.add(before.get(old++));
            }
            if (old < before.size() && before.get(old).equals(value)) {
                old++;
            } else {
                gained.add(value);
            }
        }
        lost.addAll(before.subList(old, before.size()));
    }

    private List<String> without(Collection<String> lost) {
        return lost.isEmpty()
                ? values
                : values.stream().filter(value -> !lost.contains(value)).toList();
    }

    /// @param more ascending, too; none is among the others
    private static List<String> merged(List<String> ascending, List<String> more) {
        if (more.isEmpty()) {
            return ascending;
        }
        if (ascending.isEmpty()) {
            return more;
        }
        var all = new ArrayList<String>(ascending.size() + more.size());
        int from = 0;
        for (var value : more) {
            int to = -1 - Collections.binarySearch(ascending, value);
            all.addAll(ascending.subList(from, to));
            all.add(value);
            from = to;
        }
        all.addAll(ascending.subList(from, ascending.size()));
        return Collections.unmodifiableList(all);
    }
}

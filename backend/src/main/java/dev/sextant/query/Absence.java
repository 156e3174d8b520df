// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Matcher;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds who is missing: groups without a point in the window that had one in the lookback before it. While everybody is
/// there, the lookback need not be read.
final class Absence {
    private final QueryPlan.Absent plan;
    private final Set<Labels> present = new HashSet<>();

    /// @param inWindow what the window holds, as read
    Absence(QueryPlan.Absent plan, List<Series> inWindow) {
        this.plan = plan;
        for (var read : inWindow) {
            present.add(group(read));
        }
    }

    /// What to read of the lookback: the series of those known that are not present. Nothing when there are none.
    List<Matcher> missing(List<SeriesKey> known) {
        var missing =
                known.stream()
                        .filter(key ->
                                !present.contains(plan.input().grouping().groupOf(key.labels())))
                        .map(SeriesKey::labels)
                        .toList();
        var names = new TreeSet<String>();
        missing.forEach(labels -> names.addAll(labels.asMap().keySet()));
        var matchers = new ArrayList<Matcher>();
        for (var name : names) {
            var values = new HashSet<String>();
            for (var labels : missing) {
                var value = labels.value(name);
                values.add(value == null ? "" : value);
            }
            matchers.add(new Matcher.In(name, values));
        }
        return missing.isEmpty() ? List.of() : matchers;
    }

    /// The last points of those that were seen in the lookback, with their own times.
    Frame frame(List<Series> inLookback) {
        Map<Labels, Series> lastSeen = new HashMap<>();
        for (var read : inLookback) {
            if (!present.contains(group(read))) {
                lastSeen.merge(group(read), lastOf(read), Absence::later);
            }
        }
        return new Frame(
                lastSeen.values().stream()
                        .filter(series -> plan.input().grouping().has(series.key().labels()))
                        .sorted(Comparator.comparing(series -> series.key().labels()))
                        .toList());
    }

    private Series lastOf(Series series) {
        int last = series.length() - 1;
        long offset = plan.input().window().offset().toMillis();
        return new Series(
                new SeriesKey(series.key().metric(), group(series)),
                new long[] {series.times()[last] + offset},
                new double[] {series.values()[last]});
    }

    private Labels group(Series series) {
        return plan.input().grouping().groupOf(series.key().labels());
    }

    private static Series later(Series left, Series right) {
        return right.times()[0] > left.times()[0] ? right : left;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The series that a target had at its last scrape. Series whose times the page named are not counted: nobody can say when
/// they ended.
final class LastSeries {
    /// Prometheus' mark of a series that ended: one NaN of its own.
    private static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);

    private Set<SeriesKey> last = Set.of();

    /// Puts a mark for each series that is gone, and returns how many are new.
    int advance(List<Series> now, long at, List<Series> marks) {
        var present = HashSet.<SeriesKey>newHashSet(now.size());
        for (var series : now) {
            if (series.times()[0] == at) {
                present.add(series.key());
            }
        }
        for (var key : last) {
            if (!present.contains(key)) {
                marks.add(ended(key, at));
            }
        }
        int added = 0;
        for (var key : present) {
            added += last.contains(key) ? 0 : 1;
        }
        last = present;
        return added;
    }

    static Series ended(SeriesKey key, long at) {
        return new Series(key, new long[] {at}, new double[] {STALE});
    }
}

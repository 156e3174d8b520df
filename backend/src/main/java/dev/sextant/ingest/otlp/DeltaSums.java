// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import dev.sextant.ingest.admission.Refusals;
import dev.sextant.ingest.admission.Refusals.Reason;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The totals of one tenant's series that are sent as differences: each difference is stored as the total so far. A series
/// that is not sent for long is forgotten and begins at zero again, as all do when the process starts: a counter's reset,
/// which rates allow for. What is sent again does not count twice.
final class DeltaSums {
    private final int half;
    private Map<SeriesKey, Total> current = new HashMap<>();
    private Map<SeriesKey, Total> previous = new HashMap<>();

    private static final class Total {
        private double sum;
        private long last = Long.MIN_VALUE;
    }

    /// @param most series whose totals are kept
    DeltaSums(int most) {
        half = Math.max(1, most / 2);
    }

    /// The totals in place of the differences.
    ///
    /// @param deltas series of one sample
    synchronized List<Series> totals(List<Series> deltas, Refusals refusals) {
        var totals = new ArrayList<Series>(deltas.size());
        for (var delta : deltas) {
            long time = delta.times()[0];
            var total = total(delta.key());
            if (time < total.last) {
                refusals.add(Reason.OUT_OF_ORDER, 1, () -> late(delta.key(), total.last));
                continue;
            }
            double value = delta.values()[0];
            if (time > total.last && !Double.isNaN(value)) {
                total.sum += value;
                total.last = time;
            }
            // A mark that ends the series is no difference and goes on as it is.
            double stored = Double.isNaN(value) ? value : total.sum;
            totals.add(new Series(delta.key(), new long[] {time}, new double[] {stored}));
        }
        return totals;
    }

    private static String late(SeriesKey key, long last) {
        return "%s: a difference that came after that of %s"
                .formatted(key, Instant.ofEpochMilli(last));
    }

    private Total total(SeriesKey key) {
        var total = current.get(key);
        if (total != null) {
            return total;
        }
        if (current.size() >= half) {
            previous = current;
            current = new HashMap<>();
        }
        var known = previous.remove(key);
        var kept = known == null ? new Total() : known;
        current.put(key, kept);
        return kept;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.catalog.SampleTimes;
import dev.sextant.catalog.SeriesIndex;
import dev.sextant.store.PointSink;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Matcher;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/// Tells the catalogue, which may not know the store, which series the store has and when their samples came.
@ApplicationScoped
class StoredSeries implements SeriesIndex, SampleTimes {
    private static final TimeRange ANY_TIME = new TimeRange(Instant.EPOCH, Instant.EPOCH);

    private final SeriesReader reader;

    StoredSeries(SeriesReader reader) {
        this.reader = reader;
    }

    @Override
    public SortedSet<String> metrics(TenantId tenant) {
        return reader.metrics(tenant);
    }

    @Override
    public long seriesCount(TenantId tenant, String metric) {
        return reader.seriesCount(tenant, metric);
    }

    @Override
    public long version(TenantId tenant, String metric) {
        return reader.seriesVersion(tenant, metric);
    }

    @Override
    public long gone(TenantId tenant) {
        return reader.seriesGone(tenant);
    }

    @Override
    public List<Labels> list(TenantId tenant, String metric) {
        return reader.find(tenant, new Selection(metric, List.of(), ANY_TIME)).stream()
                .map(SeriesKey::labels)
                .toList();
    }

    @Override
    public long[] newest(TenantId tenant, String metric, TimeRange range) {
        var times = new Times();
        reader.latest(tenant, new Selection(metric, List.of(), range), times);
        return times.newest();
    }

    @Override
    public List<long[]> some(TenantId tenant, String metric, TimeRange range, int most) {
        var keys = reader.find(tenant, new Selection(metric, List.of(), range));
        int step = Math.max(1, Math.ceilDiv(keys.size(), most));
        var found = new ArrayList<long[]>();
        for (int at = 0; at < keys.size(); at += step) {
            var key = keys.get(at);
            reader.read(tenant, new Selection(metric, only(key), range)).stream()
                    .filter(series -> series.key().equals(key))
                    .forEach(series -> found.add(series.times()));
        }
        return found;
    }

    private static List<Matcher> only(SeriesKey key) {
        return key.labels().asMap().entrySet().stream()
                .<Matcher>map(label -> new Matcher.In(label.getKey(), Set.of(label.getValue())))
                .toList();
    }

    /// The newest time of each series that has a point.
    private static final class Times implements PointSink {
        private long[] bySlot = new long[0];

        @Override
        public void begin(List<SeriesKey> series) {
            bySlot = new long[series.size()];
            Arrays.fill(bySlot, Long.MIN_VALUE);
        }

        @Override
        public void points(int[] slots, long[] times, double[] values, int length) {
            for (int at = 0; at < length; at++) {
                bySlot[slots[at]] = Math.max(bySlot[slots[at]], times[at]);
            }
        }

        @Override
        public void restart(int slot) {
            bySlot[slot] = Long.MIN_VALUE;
        }

        long[] newest() {
            return Arrays.stream(bySlot).filter(time -> time > Long.MIN_VALUE).toArray();
        }
    }
}

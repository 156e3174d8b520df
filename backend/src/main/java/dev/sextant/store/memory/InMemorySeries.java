// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.memory;

import dev.sextant.store.PointBuffer;
import dev.sextant.store.SampleAppender;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.TooManyPointsException;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Series on the heap, for tests and back-tests. Safe for use by several threads: every call locks.
public final class InMemorySeries implements SampleAppender, SeriesReader {
    private final Map<TenantId, TreeMap<String, TreeMap<Labels, TreeMap<Long, Double>>>> tenants =
            new HashMap<>();

    @Override
    public synchronized void append(TenantId tenant, List<Series> batch) {
        var metrics = tenants.computeIfAbsent(tenant, _ -> new TreeMap<>());
        for (var series : batch) {
            if (series.length() > 0) {
                var points =
                        metrics.computeIfAbsent(series.key().metric(), _ -> new TreeMap<>())
                                .computeIfAbsent(series.key().labels(), _ -> new TreeMap<>());
                for (int i = 0; i < series.length(); i++) {
                    points.put(series.times()[i], series.values()[i]);
                }
            }
        }
    }

    @Override
    public synchronized List<Series> read(TenantId tenant, Selection selection, long maxPoints) {
        long from = selection.range().from().toEpochMilli();
        long to = selection.range().to().toEpochMilli();
        long points = 0;
        var read = new ArrayList<Series>();
        for (var key : find(tenant, selection)) {
            var buffer = new PointBuffer();
            var all = metric(tenant, key.metric()).getOrDefault(key.labels(), new TreeMap<>());
            for (var point : all.subMap(from, false, to, true).entrySet()) {
                buffer.add(point.getKey(), point.getValue(), 0);
                if (++points > maxPoints) {
                    throw new TooManyPointsException(maxPoints);
                }
            }
            if (!buffer.isEmpty()) {
                read.add(new Series(key, buffer.times(), buffer.values()));
            }
        }
        return read;
    }

    @Override
    public synchronized List<SeriesKey> find(TenantId tenant, Selection selection) {
        return metric(tenant, selection.metric()).keySet().stream()
                .filter(labels ->
                        selection.matchers().stream()
                                .allMatch(
                                        matcher -> matcher.matches(labels.value(matcher.label()))))
                .map(labels -> new SeriesKey(selection.metric(), labels))
                .toList();
    }

    @Override
    public synchronized SortedSet<String> metrics(TenantId tenant) {
        return new TreeSet<>(tenants.getOrDefault(tenant, new TreeMap<>()).keySet());
    }

    @Override
    public synchronized long seriesCount(TenantId tenant) {
        return tenants.getOrDefault(tenant, new TreeMap<>()).values().stream()
                .mapToLong(Map::size)
                .sum();
    }

    @Override
    public synchronized long seriesCount(TenantId tenant, String metric) {
        return metric(tenant, metric).size();
    }

    private TreeMap<Labels, TreeMap<Long, Double>> metric(TenantId tenant, String metric) {
        return tenants.getOrDefault(tenant, new TreeMap<>()).getOrDefault(metric, new TreeMap<>());
    }
}

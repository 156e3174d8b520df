// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Matcher;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All series that have committed samples, in memory, by tenant and metric. Written by the writer thread alone, read by
/// any. Within a metric the series are kept in order of their keys; the order is made when it is first asked for.
final class SeriesIndex {
    private final Map<TenantId, Map<String, MetricSeries>> tenants = new ConcurrentHashMap<>();
    private final Map<TenantId, Long> gone = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    void add(Collection<IndexedSeries> fresh) {
        for (var series : fresh) {
            tenants.computeIfAbsent(series.tenant(), _ -> new ConcurrentHashMap<>())
                    .computeIfAbsent(series.key().metric(), _ -> new MetricSeries())
                    .add(series, changes.incrementAndGet());
        }
    }

    void remove(Collection<IndexedSeries> removed) {
        for (var series : removed) {
            var metrics = metrics(series.tenant());
            var metric = metrics.get(series.key().metric());
            gone.merge(series.tenant(), 1L, Long::sum);
            if (metric != null && metric.remove(series, changes.incrementAndGet())) {
                metrics.remove(series.key().metric());
            }
        }
    }

    @Nullable IndexedSeries find(TenantId tenant, SeriesKey key) {
        var metric = metrics(tenant).get(key.metric());
        return metric == null ? null : metric.byLabels.get(key.labels());
    }

    List<IndexedSeries> find(TenantId tenant, String metric, List<Matcher> matchers) {
        var series = metrics(tenant).get(metric);
        if (series == null) {
            return List.of();
        }
        var sorted = series.sorted();
        if (matchers.isEmpty()) {
            return sorted.series();
        }
        var found = new ArrayList<IndexedSeries>();
        for (var candidate : sorted.candidates(matchers)) {
            if (candidate.meets(matchers)) {
                found.add(candidate);
            }
        }
        return found;
    }

    List<IndexedSeries> all() {
        var all = new ArrayList<IndexedSeries>();
        tenants.keySet().forEach(tenant -> all.addAll(all(tenant)));
        return all;
    }

    List<IndexedSeries> all(TenantId tenant) {
        var all = new ArrayList<IndexedSeries>();
        metrics(tenant).values().forEach(metric -> all.addAll(metric.byLabels.values()));
        return all;
    }

    List<TenantId> tenants() {
        return List.copyOf(tenants.keySet());
    }

    SortedSet<String> metricNames(TenantId tenant) {
        return new TreeSet<>(metrics(tenant).keySet());
    }

    long count(TenantId tenant) {
        return metrics(tenant).values().stream().mapToLong(MetricSeries::count).sum();
    }

    long count(TenantId tenant, String metric) {
        var series = metrics(tenant).get(metric);
        return series == null ? 0 : series.count();
    }

    long version(TenantId tenant, String metric) {
        var series = metrics(tenant).get(metric);
        return series == null ? 0 : series.version;
    }

    long gone(TenantId tenant) {
        return gone.getOrDefault(tenant, 0L);
    }

    long count() {
        return tenants.keySet().stream().mapToLong(this::count).sum();
    }

    private Map<String, MetricSeries> metrics(TenantId tenant) {
        return tenants.getOrDefault(tenant, Map.of());
    }

    private static final class MetricSeries {
        private final Map<Labels, IndexedSeries> byLabels = new ConcurrentHashMap<>();
        private volatile @Nullable Sorted sorted;
        private volatile long version;

        void add(IndexedSeries series, long now) {
            byLabels.put(series.key().labels(), series);
            version = now;
            sorted = null;
        }

        boolean remove(IndexedSeries series, long now) {
            byLabels.remove(series.key().labels());
            version = now;
            sorted = null;
            return byLabels.isEmpty();
        }

        long count() {
            return byLabels.size();
        }

        Sorted sorted() {
            var known = sorted;
            // A series that arrives while this sorts is either in the list or makes the sizes
            // differ.
            if (known == null || known.series().size() != byLabels.size()) {
                var fresh = new ArrayList<>(byLabels.values());
                fresh.sort(Comparator.comparing(IndexedSeries::order));
                known = new Sorted(List.copyOf(fresh));
                sorted = known;
            }
            return known;
        }
    }

    /// The series of a metric in order of their keys, and where the values of a label are among them: by label their places
    /// in order of its values, made when the label is first asked for.
    private record Sorted(List<IndexedSeries> series, Map<String, int[]> places) {
        Sorted(List<IndexedSeries> series) {
            this(series, new ConcurrentHashMap<>());
        }

        /// Those that may meet the matchers, in order: few if one of them names values.
        List<IndexedSeries> candidates(List<Matcher> matchers) {
            for (var matcher : matchers) {
                if (matcher instanceof Matcher.In(var label, var values) && !values.contains("")) {
                    var ordered = places.computeIfAbsent(label, this::order);
                    return values.stream()
                            .flatMapToInt(value -> with(label, value, ordered))
                            .sorted()
                            .mapToObj(series::get)
                            .toList();
                }
            }
            return series;
        }

        private int[] order(String label) {
            return IntStream.range(0, series.size())
                    .boxed()
                    .sorted(Comparator.comparing(place -> value(place, label)))
                    .mapToInt(place -> place)
                    .toArray();
        }

        private IntStream with(String label, String value, int[] ordered) {
            int from = 0;
            for (int to = ordered.length; from < to; ) {
                int middle = (from + to) >>> 1;
                if (value(ordered[middle], label).compareTo(value) < 0) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return Arrays.stream(ordered, from, ordered.length)
                    .takeWhile(place -> value(place, label).equals(value));
        }

        private String value(int place, String label) {
            return Objects.requireNonNullElse(series.get(place).key().labels().value(label), "");
        }
    }
}

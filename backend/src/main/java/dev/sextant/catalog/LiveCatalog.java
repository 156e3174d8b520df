// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The catalogue in memory, remembered over restarts by [MetricDescriptions]. What ingest calls touches memory only;
/// [#store()] writes what changed and is called from time to time by [CatalogKeeper].
@ApplicationScoped
public class LiveCatalog implements Catalog, TenantHoldings {
    private static final int ROWS_PER_TRANSACTION = 500;

    /// Series that a search itself may take into the index; the others wait for [#indexAll].
    private static final int SERIES_PER_SEARCH = 2_000;

    /// Series that the background takes in before searches get their turn.
    private static final int SERIES_PER_STEP = 20_000;

    private final SeriesIndex index;
    private final MetricDescriptions descriptions;
    private final MetricNotes notes;
    private final ConcurrentHashMap<TenantId, TenantMetrics> tenants = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<TenantId, SearchUpkeep> searches = new ConcurrentHashMap<>();

    public LiveCatalog(SeriesIndex index, MetricDescriptions descriptions, MetricNotes notes) {
        this.index = index;
        this.descriptions = descriptions;
        this.notes = notes;
    }

    @Override
    public void observe(TenantId tenant, List<Series> batch, Instant now) {
        var metrics = metrics(tenant);
        long millis = now.toEpochMilli();
        var last = "";
        for (var series : batch) {
            var metric = series.key().metric();
            if (!metric.equals(last)) {
                metrics.seen(metric, millis);
                last = metric;
            }
        }
    }

    @Override
    public void describe(TenantId tenant, Collection<MetricMetadata> metadata) {
        var metrics = metrics(tenant);
        metadata.forEach(metrics::describe);
    }

    @Override
    public List<Metric> list(TenantId tenant, MetricSearch search) {
        var metrics = loaded(tenant);
        return names(tenant, metrics, search)
                .map(metrics::describe)
                .limit(search.limit())
                .map(metadata -> metric(tenant, metrics, metadata))
                .toList();
    }

    private Stream<String> names(TenantId tenant, TenantMetrics metrics, MetricSearch search) {
        if (search.text().isBlank()) {
            return index.metrics(tenant).tailSet(search.after()).stream()
                    .filter(name -> !name.equals(search.after()));
        }
        var found =
                upkeep(tenant).current(metrics, SERIES_PER_SEARCH).search(search.text()).stream()
                        .filter(name -> index.seriesCount(tenant, name) > 0);
        return search.after().isEmpty()
                ? found
                : found.dropWhile(name -> !name.equals(search.after())).skip(1);
    }

    private SearchUpkeep upkeep(TenantId tenant) {
        return searches.computeIfAbsent(tenant, _ -> new SearchUpkeep(tenant, index));
    }

    @Override
    public Optional<Metric> find(TenantId tenant, String metric) {
        if (index.seriesCount(tenant, metric) == 0) {
            return Optional.empty();
        }
        var metrics = loaded(tenant);
        return Optional.of(metric(tenant, metrics, metrics.describe(metric)));
    }

    @Override
    public List<LabelUse> labels(TenantId tenant, String metric) {
        var values = new TreeMap<String, Set<String>>();
        for (var labels : index.list(tenant, metric)) {
            labels.asMap()
                    .forEach((name, value) ->
                            values.computeIfAbsent(name, _ -> new HashSet<>()).add(value));
        }
        return values.entrySet().stream()
                .map(entry -> new LabelUse(entry.getKey(), entry.getValue().size()))
                .toList();
    }

    @Override
    public void note(TenantId tenant, String metric, MetricNote note, MetricNotes.Said said) {
        notes.put(tenant, metric, note, said);
        loaded(tenant).note(metric, note);
    }

    /// Who has metrics.
    public Set<TenantId> tenants() {
        return Set.copyOf(tenants.keySet());
    }

    /// Takes what is new into the index that searches ask.
    public void indexAll() {
        tenants.keySet().forEach(tenant -> upkeep(tenant).freshen(loaded(tenant), SERIES_PER_STEP));
    }

    /// Stores what changed since the last call.
    public void store() {
        tenants.keySet().forEach(this::store);
    }

    private void store(TenantId tenant) {
        var metrics = loaded(tenant);
        var changed = metrics.toStore();
        for (int from = 0; from < changed.size(); from += ROWS_PER_TRANSACTION) {
            var part = changed.subList(from, Math.min(changed.size(), from + ROWS_PER_TRANSACTION));
            descriptions.put(tenant, part);
            part.forEach(metrics::markStored);
        }
    }

    @Override
    public void erase(TenantId tenant) {
        tenants.remove(tenant);
        searches.remove(tenant);
    }

    private Metric metric(TenantId tenant, TenantMetrics metrics, MetricMetadata metadata) {
        var known = metrics.find(metadata.metric());
        return new Metric(
                metadata,
                index.seriesCount(tenant, metadata.metric()),
                known == null ? null : known.lastSeen(),
                metrics.note(metadata.metric()));
    }

    private TenantMetrics loaded(TenantId tenant) {
        var metrics = metrics(tenant);
        metrics.load(() -> descriptions.list(tenant), () -> notes.list(tenant));
        return metrics;
    }

    private TenantMetrics metrics(TenantId tenant) {
        var metrics = tenants.get(tenant);
        return metrics == null
                ? tenants.computeIfAbsent(tenant, _ -> new TenantMetrics())
                : metrics;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.labels;

import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which labels a tenant's series have, and which values. What was found over all metrics is kept until a series comes or
/// goes, metric by metric, as there may be a million.
@ApplicationScoped
public class LabelNames implements TenantHoldings {
    private static final TimeRange ANY = new TimeRange(Instant.EPOCH, Instant.EPOCH);

    private final SeriesReader reader;
    private final Map<TenantId, Map<String, Known>> tenants = new ConcurrentHashMap<>();
    private final Map<TenantId, Map<String, LabelValues>> unions = new ConcurrentHashMap<>();

    /// The values of each label of one metric, ascending; another one after series came or went.
    record Known(long version, Map<String, List<String>> values) {}

    LabelNames(SeriesReader reader) {
        this.reader = reader;
    }

    /// Ascending.
    ///
    /// @param metric null: of all metrics
    List<String> names(TenantId tenant, @Nullable String metric) {
        var names = new TreeSet<String>();
        known(tenant, metric).values().forEach(one -> names.addAll(one.values().keySet()));
        return List.copyOf(names);
    }

    /// Ascending.
    ///
    /// @param metric null: of all metrics
    List<String> values(TenantId tenant, String label, @Nullable String metric) {
        var known = known(tenant, metric);
        if (metric != null) {
            return LabelValues.none(label).of(known).values();
        }
        return unions.computeIfAbsent(tenant, _ -> new ConcurrentHashMap<>())
                .compute(
                        label,
                        (_, before) ->
                                (before == null ? LabelValues.none(label) : before).of(known))
                .values();
    }

    @Override
    public void erase(TenantId tenant) {
        tenants.remove(tenant);
        unions.remove(tenant);
    }

    /// What is asked of one metric is read each time: it may lie elsewhere.
    private Map<String, Known> known(TenantId tenant, @Nullable String metric) {
        if (metric != null) {
            return Map.of(metric, read(tenant, metric, 0));
        }
        var known = tenants.computeIfAbsent(tenant, _ -> new ConcurrentHashMap<>());
        var metrics = reader.metrics(tenant);
        known.keySet().retainAll(metrics);
        for (var name : metrics) {
            long version = reader.seriesVersion(tenant, name);
            known.compute(
                    name,
                    (_, before) ->
                            before != null && before.version() == version
                                    ? before
                                    : read(tenant, name, version));
        }
        return Map.copyOf(known);
    }

    private Known read(TenantId tenant, String metric, long version) {
        var values = new HashMap<String, Set<String>>();
        for (var key : reader.find(tenant, new Selection(metric, List.of(), ANY))) {
            key.labels()
                    .asMap()
                    .forEach((name, value) ->
                            values.computeIfAbsent(name, _ -> new HashSet<>()).add(value));
        }
        var sorted = new HashMap<String, List<String>>();
        values.forEach((name, all) -> sorted.put(name, all.stream().sorted().toList()));
        return new Known(version, sorted);
    }
}

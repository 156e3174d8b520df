// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.labels;

import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which labels a tenant's series have, and which values.
@ApplicationScoped
public class LabelNames {
    private static final TimeRange ANY = new TimeRange(Instant.EPOCH, Instant.EPOCH);

    private final SeriesReader reader;

    LabelNames(SeriesReader reader) {
        this.reader = reader;
    }

    /// @param metric null: of all metrics
    SortedSet<String> names(TenantId tenant, @Nullable String metric) {
        var names = new TreeSet<String>();
        keys(tenant, metric).forEach(key -> names.addAll(key.labels().asMap().keySet()));
        return names;
    }

    /// @param metric null: of all metrics
    SortedSet<String> values(TenantId tenant, String label, @Nullable String metric) {
        var values = new TreeSet<String>();
        keys(tenant, metric)
                .forEach(key -> {
                    var value = key.labels().value(label);
                    if (value != null) {
                        values.add(value);
                    }
                });
        return values;
    }

    private Stream<SeriesKey> keys(TenantId tenant, @Nullable String metric) {
        Collection<String> metrics = metric == null ? reader.metrics(tenant) : List.of(metric);
        return metrics.stream()
                .flatMap(name -> reader.find(tenant, new Selection(name, List.of(), ANY)).stream());
    }
}

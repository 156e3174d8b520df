// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.catalog.SeriesIndex;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/// Tells the catalogue, which may not know the store, which series the store has.
@ApplicationScoped
class StoredSeries implements SeriesIndex {
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
    public List<Labels> list(TenantId tenant, String metric) {
        return reader.find(tenant, new Selection(metric, List.of(), ANY_TIME)).stream()
                .map(SeriesKey::labels)
                .toList();
    }
}

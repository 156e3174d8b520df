// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.catalog.search.SearchIndex;
import dev.sextant.tenant.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps one tenant's [SearchIndex] up to date: a metric's series are read again when their number changed.
final class SearchUpkeep {
    private final TenantId tenant;
    private final SeriesIndex series;
    private final SearchIndex search = new SearchIndex();
    private final Map<String, Long> indexed = new HashMap<>();
    private long changes = -1;

    SearchUpkeep(TenantId tenant, SeriesIndex series) {
        this.tenant = tenant;
        this.series = series;
    }

    /// What a search asks: metrics that are new or described anew since the last time are taken in before.
    synchronized SearchIndex current(TenantMetrics metrics, long budget) {
        if (metrics.changes() != changes) {
            freshen(metrics, budget);
        }
        return search;
    }

    /// Takes in what is new. Names always; the labels of series as long as the budget lasts.
    synchronized void freshen(TenantMetrics metrics, long budget) {
        changes = metrics.changes();
        long left = budget;
        for (var metric : series.metrics(tenant)) {
            long count = series.seriesCount(tenant, metric);
            if (indexed.getOrDefault(metric, -1L) != count) {
                boolean isAffordable = count <= left;
                search.add(metric, isAffordable ? series.list(tenant, metric) : List.of());
                if (isAffordable) {
                    indexed.put(metric, count);
                    left -= count;
                }
            }
            var about = metrics.describe(metric);
            search.describe(metric, about.unit() + ' ' + about.description());
        }
    }
}

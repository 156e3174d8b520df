// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.quality;

import dev.sextant.catalog.LiveCatalog;
import dev.sextant.catalog.SeriesIndex;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts the series of metrics each hour, so that growth can be told.
@ApplicationScoped
public class CountKeeper implements TenantHoldings {
    private static final Duration KEPT = Duration.ofDays(30);

    private final LiveCatalog catalog;
    private final SeriesIndex index;
    private final SeriesCounts counts;
    private final Map<TenantId, Map<String, Long>> known = new ConcurrentHashMap<>();

    CountKeeper(LiveCatalog catalog, SeriesIndex index, SeriesCounts counts) {
        this.catalog = catalog;
        this.index = index;
        this.counts = counts;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count(ScheduledExecution execution) {
        catalog.tenants().forEach(tenant -> count(tenant, execution.getFireTime()));
    }

    /// Writes down what differs from the count before.
    void count(TenantId tenant, Instant now) {
        var before = known.computeIfAbsent(tenant, counts::latest);
        var changed = new HashMap<String, Long>();
        for (var metric : index.metrics(tenant)) {
            long series = index.seriesCount(tenant, metric);
            if (before.getOrDefault(metric, 0L) != series) {
                changed.put(metric, series);
            }
        }
        counts.add(tenant, changed, now);
        before.putAll(changed);
        counts.deleteBefore(tenant, now.minus(KEPT));
    }

    @Override
    public void erase(TenantId tenant) {
        known.remove(tenant);
    }
}

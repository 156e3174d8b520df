// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.catalog.search.SearchIndex;
import dev.sextant.tenant.TenantId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Keeps one tenant's [SearchIndex] up to date: a metric's series are read again when one came or went. The index forgets
/// nothing, so it is made anew after a tenth of what it knows has gone.
final class SearchUpkeep {
    private static final long FORGETS_A_PART_IN = 10;

    private final TenantId tenant;
    private final SeriesIndex series;
    private final Map<String, Long> indexed = new HashMap<>();
    private SearchIndex search = new SearchIndex();
    private long changes = -1;
    private long goneBefore;
    private long taken;

    SearchUpkeep(TenantId tenant, SeriesIndex series) {
        this.tenant = tenant;
        this.series = series;
        this.goneBefore = series.gone(tenant);
    }

    /// What a search asks: metrics that are new or described anew since the last time are taken in before, names always,
    /// the labels of series as long as the budget lasts.
    synchronized SearchIndex current(TenantMetrics metrics, long budget) {
        if (metrics.changes() != changes) {
            changes = metrics.changes();
            long left = budget;
            for (var metric : series.metrics(tenant)) {
                describe(metrics, metric);
                if (isStale(metric) && series.seriesCount(tenant, metric) <= left) {
                    left -= take(metric);
                }
            }
        }
        return search;
    }

    /// Takes in what is new in steps, between which searches get their turn.
    void freshen(TenantMetrics metrics, long seriesOfAStep) {
        forgetWhatIsGone();
        var names = series.metrics(tenant).iterator();
        while (names.hasNext()) {
            step(metrics, names, seriesOfAStep);
        }
    }

    private synchronized void step(TenantMetrics metrics, Iterator<String> names, long budget) {
        long left = budget;
        while (left > 0 && names.hasNext()) {
            var metric = names.next();
            describe(metrics, metric);
            left -= isStale(metric) ? take(metric) : 1;
        }
    }

    private synchronized void forgetWhatIsGone() {
        long gone = series.gone(tenant) - goneBefore;
        if (gone > 0 && gone * FORGETS_A_PART_IN >= taken) {
            search = new SearchIndex();
            indexed.clear();
            goneBefore += gone;
            taken = 0;
            changes = -1;
        }
    }

    private boolean isStale(String metric) {
        return indexed.getOrDefault(metric, -1L) != series.version(tenant, metric);
    }

    private long take(String metric) {
        // Asked before: what comes meanwhile is taken in again.
        long version = series.version(tenant, metric);
        var labels = series.list(tenant, metric);
        search.add(metric, labels);
        if (indexed.put(metric, version) == null) {
            taken += labels.size();
        }
        return 1 + labels.size();
    }

    private void describe(TenantMetrics metrics, String metric) {
        var about = metrics.describe(metric);
        search.add(metric, List.of());
        search.describe(
                metric,
                about.unit() + ' ' + metrics.note(metric).text() + ' ' + about.description());
    }
}

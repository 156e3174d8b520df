// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.query.QueryResult.Code;
import dev.sextant.query.QueryResult.Refused;
import dev.sextant.query.operator.Aggregation;
import dev.sextant.store.PointSink;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.Tier;
import dev.sextant.store.TierSink;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/// One tenant's series as selections name them.
final class Sources {
    private static final String BUCKETS = "_bucket";
    private static final TimeRange ANY = new TimeRange(Instant.EPOCH, Instant.EPOCH);

    private final TenantId tenant;
    private final SeriesReader reader;

    Sources(TenantId tenant, SeriesReader reader) {
        this.tenant = tenant;
        this.reader = reader;
    }

    TenantId tenant() {
        return tenant;
    }

    /// A histogram has no series of its own name: its quantiles are told from its buckets.
    boolean isHistogram(QueryPlan.Select select) {
        return select.reduction().aggregation() == Aggregation.QUANTILE
                && !reader.knows(tenant, select.metric())
                && reader.knows(tenant, select.metric() + BUCKETS);
    }

    /// What is read of the store for a selection.
    Selection selection(QueryPlan.Select select, TimeRange range) {
        var metric = isHistogram(select) ? select.metric() + BUCKETS : select.metric();
        return new Selection(metric, select.matchers(), range);
    }

    /// Ends the query when there is no such metric.
    void requireKnown(QueryPlan.Select select) {
        if (!reader.knows(tenant, selection(select, ANY).metric())) {
            throw new QueryStoppedException(unknown(select.metric()));
        }
    }

    /// How many series a selection touches.
    long count(QueryPlan.Select select) {
        var selection = selection(select, ANY);
        return selection.matchers().isEmpty()
                ? reader.seriesCount(tenant, selection.metric())
                : find(selection).size();
    }

    List<SeriesKey> find(Selection selection) {
        return reader.find(tenant, selection);
    }

    void latest(Selection selection, PointSink sink) {
        reader.latest(tenant, selection, sink);
    }

    void scan(Selection selection, long maxPoints, PointSink sink) {
        reader.scan(tenant, selection, maxPoints, sink);
    }

    void scanSummed(Selection selection, Tier tier, long maxPoints, TierSink sink) {
        reader.scanSummed(tenant, selection, tier, maxPoints, sink);
    }

    private Refused unknown(String metric) {
        if (reader.knows(tenant, metric + BUCKETS)) {
            return new Refused(
                    Code.UNKNOWN_METRIC,
                    "%1$s is a histogram: ask for a quantile of it, or for %1$s_bucket, %1$s_count or %1$s_sum"
                            .formatted(metric));
        }
        var meant =
                NearMiss.of(metric, reader.metrics(tenant))
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
        return new Refused(Code.UNKNOWN_METRIC, "no metric " + metric + meant);
    }
}

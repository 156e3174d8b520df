// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.store.PointBuffer;
import dev.sextant.store.PointSink;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.Tier;
import dev.sextant.store.TierSink;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/// The one door to series: those of a source when the metric's name begins with the name of one, else the own store's. All
/// readers get it without knowing, as it stands before the store.
///
/// What lists or counts everything speaks of the own store alone, so that no overview waits for somebody else's machine.
@Decorator
@Priority(1)
public class SourcedSeries implements SeriesReader {
    private final SeriesReader own;
    private final TenantSources sources;
    private final SourceQuestions questions;

    @Inject
    SourcedSeries(@Delegate SeriesReader own, TenantSources sources, SourceQuestions questions) {
        this.own = own;
        this.sources = sources;
        this.questions = questions;
    }

    @Override
    public List<Series> read(TenantId tenant, Selection selection, long maxPoints) {
        var where = sources.find(tenant, selection.metric());
        if (where.isEmpty()) {
            return own.read(tenant, selection, maxPoints);
        }
        var gathered = new Gathered();
        questions.scan(
                tenant, where.get(), new SourceReader.Wanted(selection, maxPoints), gathered);
        return gathered.series();
    }

    @Override
    public void scan(TenantId tenant, Selection selection, long maxPoints, PointSink sink) {
        var where = sources.find(tenant, selection.metric());
        if (where.isEmpty()) {
            own.scan(tenant, selection, maxPoints, sink);
        } else {
            var wanted = new SourceReader.Wanted(selection, maxPoints);
            questions.scan(tenant, where.get(), wanted, sink);
        }
    }

    @Override
    public void scanSummed(
            TenantId tenant, Selection selection, Tier tier, long maxPoints, TierSink sink) {
        if (sources.find(tenant, selection.metric()).isEmpty()) {
            own.scanSummed(tenant, selection, tier, maxPoints, sink);
        } else {
            scan(tenant, selection, maxPoints, sink);
        }
    }

    @Override
    public void latest(TenantId tenant, Selection selection, PointSink sink) {
        if (sources.find(tenant, selection.metric()).isEmpty()) {
            own.latest(tenant, selection, sink);
        } else {
            SeriesReader.super.latest(tenant, selection, sink);
        }
    }

    @Override
    public List<SeriesKey> find(TenantId tenant, Selection selection) {
        return sources.find(tenant, selection.metric())
                .map(where -> questions.find(tenant, where, selection))
                .orElseGet(() -> own.find(tenant, selection));
    }

    @Override
    public SortedSet<String> metrics(TenantId tenant) {
        return own.metrics(tenant);
    }

    @Override
    public long seriesCount(TenantId tenant) {
        return own.seriesCount(tenant);
    }

    @Override
    public long seriesCount(TenantId tenant, String metric) {
        var where = sources.find(tenant, metric);
        return where.isEmpty()
                ? own.seriesCount(tenant, metric)
                : find(tenant, Selection.ofAll(metric)).size();
    }

    @Override
    public boolean knows(TenantId tenant, String metric) {
        return sources.find(tenant, metric)
                .map(where -> questions.metrics(tenant, where.source()).contains(where.metric()))
                .orElseGet(() -> own.knows(tenant, metric));
    }

    @Override
    public long seriesVersion(TenantId tenant, String metric) {
        return sources.find(tenant, metric).isEmpty()
                ? own.seriesVersion(tenant, metric)
                : seriesCount(tenant, metric);
    }

    @Override
    public long seriesGone(TenantId tenant) {
        return own.seriesGone(tenant);
    }

    private static final class Gathered implements PointSink {
        private final List<PointBuffer> buffers = new ArrayList<>();
        private List<SeriesKey> keys = List.of();

        @Override
        public void begin(List<SeriesKey> series) {
            keys = series;
            keys.forEach(_ -> buffers.add(new PointBuffer()));
        }

        @Override
        public void points(int[] slots, long[] times, double[] values, int length) {
            for (int i = 0; i < length; i++) {
                buffers.get(slots[i]).add(times[i], values[i], 0);
            }
        }

        @Override
        public void restart(int slot) {
            buffers.set(slot, new PointBuffer());
        }

        List<Series> series() {
            var all = new ArrayList<Series>();
            for (int slot = 0; slot < keys.size(); slot++) {
                var buffer = buffers.get(slot);
                if (!buffer.isEmpty()) {
                    all.add(new Series(keys.get(slot), buffer.times(), buffer.values()));
                }
            }
            return all;
        }
    }
}

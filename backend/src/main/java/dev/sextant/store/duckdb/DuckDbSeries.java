// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import dev.sextant.store.Erasure;
import dev.sextant.store.PointSink;
import dev.sextant.store.Retentions;
import dev.sextant.store.SampleAppender;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.Tier;
import dev.sextant.store.TierSink;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The embedded store as the platform's store: opened at start, so that a folder that cannot be used stops the start with
/// a clear sentence, measured, sealed and kept within its retention each hour, and closed at the end.
@Startup
@ApplicationScoped
public class DuckDbSeries implements SampleAppender, SeriesReader, Erasure {
    private final DuckDbStore store;
    private final Retentions retentions;
    private final Timer appends;
    private final Counter samples;
    private final Timer upkeeps;

    DuckDbSeries(
            @ConfigProperty(name = "sextant.data", defaultValue = "data") Path data,
            StoreConfig config,
            Retentions retentions,
            MeterRegistry registry) {
        this.retentions = retentions;
        store = DuckDbStore.open(data.resolve("series"), config);
        appends =
                Timer.builder("sextant.store.append")
                        .description("Time until a batch of samples was on disk")
                        .publishPercentiles(0.5, 0.99)
                        .register(registry);
        samples =
                Counter.builder("sextant.store.samples")
                        .description("Samples written to disk")
                        .register(registry);
        upkeeps =
                Timer.builder("sextant.store.upkeep")
                        .description("Time to seal the hours that are over and to drop old ones")
                        .register(registry);
        Gauge.builder("sextant.store.series", store, DuckDbStore::seriesCount)
                .description("Series in the store, all tenants")
                .register(registry);
        Gauge.builder("sextant.store", store, DuckDbStore::bytes)
                .baseUnit("bytes")
                .description("Size of the store on disk")
                .register(registry);
    }

    @Override
    public void append(TenantId tenant, List<Series> batch) {
        appends.record(() -> store.append(tenant, batch));
        samples.increment(batch.stream().mapToInt(Series::length).sum());
    }

    @Override
    public List<Series> read(TenantId tenant, Selection selection, long maxPoints) {
        return store.read(tenant, selection, maxPoints);
    }

    @Override
    public void scan(TenantId tenant, Selection selection, long maxPoints, PointSink sink) {
        store.scan(tenant, selection, maxPoints, sink);
    }

    @Override
    public void scanSummed(
            TenantId tenant, Selection selection, Tier tier, long maxPoints, TierSink sink) {
        store.scanSummed(tenant, selection, tier, maxPoints, sink);
    }

    @Override
    public void latest(TenantId tenant, Selection selection, PointSink sink) {
        store.latest(tenant, selection, sink);
    }

    @Override
    public List<SeriesKey> find(TenantId tenant, Selection selection) {
        return store.find(tenant, selection);
    }

    @Override
    public SortedSet<String> metrics(TenantId tenant) {
        return store.metrics(tenant);
    }

    @Override
    public long seriesCount(TenantId tenant) {
        return store.seriesCount(tenant);
    }

    @Override
    public long seriesCount(TenantId tenant, String metric) {
        return store.seriesCount(tenant, metric);
    }

    @Override
    public long seriesVersion(TenantId tenant, String metric) {
        return store.seriesVersion(tenant, metric);
    }

    @Override
    public long seriesGone(TenantId tenant) {
        return store.seriesGone(tenant);
    }

    @Override
    public void erase(TenantId tenant) {
        store.erase(tenant);
    }

    @Scheduled(
            identity = "store-upkeep",
            cron = "${sextant.store.upkeep:0 12 * * * ?}",
            concurrentExecution = SKIP)
    void sealAndRetain(ScheduledExecution execution) {
        upkeeps.record(() -> store.maintain(execution.getFireTime(), retentions::find));
    }

    @Scheduled(identity = "store-backlog", every = "1m", delayed = "1m", concurrentExecution = SKIP)
    void sealBacklog(ScheduledExecution execution) {
        store.sealBacklog(execution.getFireTime());
    }

    @PreDestroy
    void close() {
        store.close();
    }
}

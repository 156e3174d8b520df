// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.Erasure;
import dev.sextant.store.PointSink;
import dev.sextant.store.SampleAppender;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.StoreUnavailableException;
import dev.sextant.store.Tier;
import dev.sextant.store.TierSink;
import dev.sextant.store.file.DuckDbFile;
import dev.sextant.store.recent.RecentHours;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// The embedded store of one machine. Appended batches are on disk when [#append] returns; killing the process loses none
/// of them, and reopening replays the write-ahead log. Several threads may append and read at once.
public final class DuckDbStore implements SampleAppender, SeriesReader, Erasure, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DuckDbStore.class);

    private final DuckDbFile file;
    private final SeriesIndex index = new SeriesIndex();
    private final Parts parts = new Parts();
    private final WriteTransaction transaction;
    private final SampleWriter writer;
    private final SampleScanner scanner;
    private final TierScan tiered;
    private final Upkeep upkeep;

    private DuckDbStore(
            Path folder, DuckDbFile file, StoreConfig config, SealStep.Observer observer)
            throws SQLException, IOException {
        this.file = file;
        var sealed = folder.toAbsolutePath().normalize().resolve("sealed");
        var recent = new RecentHours(Part.HOUR_MILLIS, recentBytes(config));
        this.transaction = new WriteTransaction(file.connect(), sealed, index, parts, recent);
        this.scanner = new SampleScanner(file, parts, recent, config);
        this.tiered = new TierScan(scanner, parts);
        this.writer = new SampleWriter(transaction, config);
        var tools = new Sealer.Tools(file, index, parts, writer);
        var sums = sealed.resolveSibling("tiers");
        this.upkeep =
                new Upkeep(
                        tools,
                        new Sealer(tools, sealed, observer),
                        new TierMaker(tools, sums, config.threads() == 1, observer),
                        config);
    }

    /// Opens the store in a folder, which is made if it is not there.
    ///
    /// @throws IllegalStateException in one sentence with the next step, when the folder is not writable or in use
    public static DuckDbStore open(Path folder, StoreConfig config) {
        return open(folder, config, SealStep.Observer.NONE);
    }

    static DuckDbStore open(Path folder, StoreConfig config, SealStep.Observer observer) {
        var file =
                DuckDbFile.open(
                        folder,
                        new DuckDbFile.Bounds(
                                config.threads(),
                                config.memoryLimit(),
                                config.checkpointThreshold()));
        try {
            return new DuckDbStore(folder, file, config, observer);
        } catch (SQLException | IOException problem) {
            throw new IllegalStateException(
                    "the series in %s cannot be read (%s); restore the folder from a backup or choose another one with --data"
                            .formatted(folder.toAbsolutePath(), problem.getMessage()),
                    problem);
        }
    }

    private static long recentBytes(StoreConfig config) {
        return Runtime.getRuntime().maxMemory() / 100 * config.recentPercent();
    }

    @Override
    public void append(TenantId tenant, List<Series> batch) {
        writer.append(tenant, batch);
    }

    @Override
    public List<Series> read(TenantId tenant, Selection selection, long maxPoints) {
        return scanner.read(
                index.find(tenant, selection.metric(), selection.matchers()),
                selection.range(),
                maxPoints);
    }

    @Override
    public void scan(TenantId tenant, Selection selection, long maxPoints, PointSink sink) {
        scanner.stream(
                index.find(tenant, selection.metric(), selection.matchers()),
                selection.range(),
                maxPoints,
                sink);
    }

    @Override
    public void scanSummed(
            TenantId tenant, Selection selection, Tier tier, long maxPoints, TierSink sink) {
        tiered.stream(
                index.find(tenant, selection.metric(), selection.matchers()),
                new TierScan.Wanted(selection.range(), tier, maxPoints),
                sink);
    }

    @Override
    public void latest(TenantId tenant, Selection selection, PointSink sink) {
        scanner.latest(
                index.find(tenant, selection.metric(), selection.matchers()),
                selection.range(),
                transaction.newest(),
                sink);
    }

    @Override
    public List<SeriesKey> find(TenantId tenant, Selection selection) {
        return index.find(tenant, selection.metric(), selection.matchers()).stream()
                .map(IndexedSeries::key)
                .toList();
    }

    @Override
    public SortedSet<String> metrics(TenantId tenant) {
        return index.metricNames(tenant);
    }

    @Override
    public long seriesCount(TenantId tenant) {
        return index.count(tenant);
    }

    @Override
    public long seriesCount(TenantId tenant, String metric) {
        return index.count(tenant, metric);
    }

    @Override
    public long seriesVersion(TenantId tenant, String metric) {
        return index.version(tenant, metric);
    }

    @Override
    public long seriesGone(TenantId tenant) {
        return index.gone(tenant);
    }

    @Override
    public void erase(TenantId tenant) {
        upkeep.erase(tenant);
    }

    /// Seals the hours that are over, sums up the days that are over, and drops what is past retention.
    public void maintain(Instant now) {
        maintain(now, _ -> Optional.empty());
    }

    /// The same for tenants with a retention of their own; it counts where it is shorter than the store's.
    public void maintain(Instant now, Function<TenantId, Optional<Duration>> retentions) {
        upkeep.seal(now);
        upkeep.sumUp(now, retentions);
        upkeep.retain(now, retentions);
    }

    /// Seals what an import of old samples left, once it is over; to be called each minute.
    public void sealBacklog(Instant now) {
        upkeep.sealBacklog(now);
    }

    /// Series of all tenants.
    public long seriesCount() {
        return index.count();
    }

    /// Where samples lie now, for tests that look behind the readers.
    Parts parts() {
        return parts;
    }

    /// Bytes on disk.
    public long bytes() {
        return file.bytes() + parts.bytesOfFiles();
    }

    /// Writes what waits, folds the log into the database file and lets the folder go.
    @Override
    public void close() {
        upkeep.stop();
        writer.close();
        try {
            transaction.close();
            scanner.close();
            file.close();
        } catch (SQLException | StoreUnavailableException problem) {
            LOG.warn(
                    "the store was not closed in order; its log is replayed at the next start",
                    problem);
        }
    }
}

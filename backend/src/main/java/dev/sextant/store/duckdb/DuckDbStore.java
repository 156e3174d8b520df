// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.Erasure;
import dev.sextant.store.SampleAppender;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.StoreUnavailableException;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jboss.logging.Logger;

/// The embedded store of one machine. Appended batches are on disk when [#append] returns; killing the process loses none
/// of them, and reopening replays the write-ahead log. Several threads may append and read at once.
public final class DuckDbStore implements SampleAppender, SeriesReader, Erasure, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DuckDbStore.class);

    private final DuckDbFile file;
    private final SeriesIndex index;
    private final WriteTransaction transaction;
    private final SampleWriter writer;
    private final SampleScanner scanner;
    private final Duration retention;

    private DuckDbStore(DuckDbFile file, StoreConfig config) throws SQLException {
        this.file = file;
        this.retention = config.retention();
        this.index = new SeriesIndex();
        var connection = file.connect();
        var catalogue = new SeriesCatalogue(connection);
        index.add(catalogue.load());
        var tables = new HourlyTables(connection);
        this.transaction = new WriteTransaction(connection, index, catalogue, tables);
        this.scanner = new SampleScanner(file, tables, config);
        this.writer = new SampleWriter(transaction, config);
    }

    /// Opens the store in a folder, which is made if it is not there.
    ///
    /// @throws IllegalStateException in one sentence with the next step, when the folder is not writable or in use
    public static DuckDbStore open(Path folder, StoreConfig config) {
        var file = DuckDbFile.open(folder, config);
        try {
            return new DuckDbStore(file, config);
        } catch (SQLException problem) {
            throw new IllegalStateException(
                    "the series in %s cannot be read (%s); restore the folder from a backup or choose another one with --data"
                            .formatted(folder.toAbsolutePath(), problem.getMessage()),
                    problem);
        }
    }

    @Override
    public void append(TenantId tenant, List<Series> batch) {
        writer.append(tenant, batch);
    }

    @Override
    public List<Series> read(TenantId tenant, Selection selection, long maxPoints) {
        return scanner.scan(
                index.find(tenant, selection.metric(), selection.matchers()),
                selection.range(),
                maxPoints);
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
    public void erase(TenantId tenant) {
        writer.erase(tenant);
    }

    /// Drops the hours that are past retention, and the series that have no newer samples.
    public void retain(Instant now) {
        writer.retain(HourlyTables.hourOf(now.minus(retention).toEpochMilli()));
    }

    /// Series of all tenants.
    public long seriesCount() {
        return index.count();
    }

    /// Bytes on disk.
    public long bytes() {
        return file.bytes();
    }

    /// Writes what waits, folds the log into the database file and lets the folder go.
    @Override
    public void close() {
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

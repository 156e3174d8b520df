// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.duckdb.Part.HotTable;
import dev.sextant.store.recent.RecentHours;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/// What the writer thread does to the database: begin, add batches, commit. The index learns of new series only when they are committed,
/// so readers never see half a batch. Explicit statements and not auto-commit off: the appender would commit in between otherwise.
final class WriteTransaction implements AutoCloseable {
    private record Owned(TenantId tenant, SeriesKey key) {}

    private final DuckDBConnection connection;
    private final SeriesIndex index;
    private final SeriesCatalogue catalogue;
    private final HotTables tables;
    private final SealedFiles files;
    private final Parts parts;
    private final NewestPoints newest = new NewestPoints();
    private final RecentHours recent;
    private final Map<Owned, IndexedSeries> fresh = new HashMap<>();
    private final FreeSpace freeSpace;
    private long nextId;

    /// Opens the tables and finishes what a process that was killed had begun.
    WriteTransaction(
            DuckDBConnection connection,
            Path sealed,
            SeriesIndex index,
            Parts parts,
            RecentHours recent)
            throws SQLException, IOException {
        this.connection = connection;
        this.index = index;
        this.parts = parts;
        this.recent = recent;
        this.catalogue = new SeriesCatalogue(connection);
        this.files = new SealedFiles(connection, sealed);
        index.add(catalogue.load());
        parts.add(files.recover());
        this.tables = new HotTables(connection, parts);
        newest.load(connection, index.all(), parts);
        this.freeSpace = new FreeSpace(connection);
        this.nextId = 1 + index.all().stream().mapToLong(IndexedSeries::id).max().orElse(0);
    }

    void begin() throws SQLException {
        execute("begin transaction");
    }

    void add(TenantId tenant, List<Series> batch) throws SQLException {
        for (var series : batch) {
            if (series.length() > 0) {
                add(resolve(tenant, series.key()), series);
            }
        }
    }

    void commit() throws SQLException {
        catalogue.insert(fresh.values());
        tables.flush();
        execute("commit");
        newest.committed();
        recent.committed(parts::hasNothingOf);
        index.add(fresh.values());
        fresh.clear();
        tables.committed();
    }

    /// Undoes what was added since [#begin] and tells what went wrong on the way.
    List<SQLException> rollback() {
        var problems = new ArrayList<>(tables.abandon());
        newest.abandon();
        recent.abandon();
        fresh.clear();
        try {
            execute("rollback");
        } catch (SQLException problem) {
            problems.add(problem);
        }
        return problems;
    }

    /// The tables of an hour, which grow no more.
    List<HotTable> roll(long hour) throws SQLException {
        tables.roll(hour);
        return parts.hot(hour);
    }

    /// Lets sealed files take the place of what they were made of.
    boolean seal(SealedHour hour, SealStep.Observer observer) throws SQLException {
        begin();
        files.insert(hour.fresh());
        files.retire(hour.gone());
        observer.reached(SealStep.STAGED);
        execute("commit");
        observer.reached(SealStep.COMMITTED);
        parts.replace(hour.gone(), hour.fresh());
        observer.reached(SealStep.SHOWN);
        return true;
    }

    /// Deletes retired parts that nobody reads any more.
    boolean clear() throws SQLException {
        files.delete(parts.takeUnwatched());
        return true;
    }

    /// Drops a tenant's sealed files, and series that have no newer samples, of all hours before the given one.
    boolean dropBefore(TenantId tenant, long hour) throws SQLException {
        var past = parts.sealedBefore(tenant, hour);
        begin();
        files.retire(past);
        execute("commit");
        parts.replace(past, List.of());
        recent.forgetBefore(ids(index.all(tenant)), hour);
        long oldest = Math.min(hour, parts.oldestHotHour());
        var gone = index.all(tenant).stream().filter(series -> series.lastHour() < oldest).toList();
        catalogue.delete(gone);
        index.remove(gone);
        return clear();
    }

    /// Writes down when series were last seen.
    boolean saveLastHours() throws SQLException {
        catalogue.saveLastHours(index.all());
        return true;
    }

    /// Removes a tenant's samples and series for good. Tables are written anew, since deleted rows stay in their blocks.
    boolean erase(TenantId tenant) throws SQLException, IOException {
        var gone = index.all(tenant);
        begin();
        catalogue.rewriteWithout(tenant);
        tables.rewriteWithout(gone);
        files.rewriteWithout(tenant);
        execute("commit");
        parts.forget(tenant);
        recent.forgetBefore(ids(gone), Long.MAX_VALUE);
        index.remove(gone);
        files.deleteAll(tenant);
        freeSpace.overwrite();
        return true;
    }

    NewestPoints newest() {
        return newest;
    }

    @Override
    public void close() throws SQLException {
        tables.closeAppenders();
        execute("checkpoint");
        connection.close();
    }

    private static long[] ids(List<IndexedSeries> series) {
        return series.stream().mapToLong(IndexedSeries::id).toArray();
    }

    private IndexedSeries resolve(TenantId tenant, SeriesKey key) {
        var known = index.find(tenant, key);
        if (known != null) {
            return known;
        }
        return fresh.computeIfAbsent(
                new Owned(tenant, key),
                owned -> new IndexedSeries(owned.tenant(), owned.key(), nextId++, Long.MIN_VALUE));
    }

    private void add(IndexedSeries series, Series points) throws SQLException {
        long[] times = points.times();
        double[] values = points.values();
        for (int i = 0; i < times.length; i++) {
            long hour = Part.hourOf(times[i]);
            tables.append(hour, series.id(), times[i], values[i]);
            series.sawHour(hour);
        }
        newest.add(series, times, values);
        recent.add(series.id(), points);
    }

    private void execute(String sql) throws SQLException {
        Sql.execute(connection, sql);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
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
    private final HourlyTables tables;
    private final Map<Owned, IndexedSeries> fresh = new HashMap<>();
    private final FreeSpace freeSpace;
    private long nextId;

    WriteTransaction(
            DuckDBConnection connection,
            SeriesIndex index,
            SeriesCatalogue catalogue,
            HourlyTables tables) {
        this.connection = connection;
        this.index = index;
        this.catalogue = catalogue;
        this.tables = tables;
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
        index.add(fresh.values());
        fresh.clear();
        tables.committed();
    }

    /// Undoes what was added since [#begin] and tells what went wrong on the way.
    List<SQLException> rollback() {
        var problems = new ArrayList<>(tables.abandon());
        fresh.clear();
        try {
            execute("rollback");
        } catch (SQLException problem) {
            problems.add(problem);
        }
        return problems;
    }

    /// Drops samples, and series that have no newer ones, of all hours before the given one.
    void dropBefore(long hour) throws SQLException {
        var all = index.all();
        catalogue.saveLastHours(all);
        tables.dropBefore(hour);
        var gone = all.stream().filter(series -> series.lastHour() < hour).toList();
        catalogue.delete(gone);
        index.remove(gone);
    }

    /// Removes a tenant's samples and series for good. Tables are written anew, since deleted rows stay in their blocks.
    void erase(TenantId tenant) throws SQLException {
        var gone = index.all().stream().filter(series -> series.tenant().equals(tenant)).toList();
        begin();
        catalogue.rewriteWithout(tenant);
        tables.rewriteWithout(gone);
        execute("commit");
        index.remove(gone);
        freeSpace.overwrite();
    }

    @Override
    public void close() throws SQLException {
        tables.closeAppenders();
        execute("checkpoint");
        connection.close();
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
            long hour = HourlyTables.hourOf(times[i]);
            tables.append(hour, series.id(), times[i], values[i]);
            series.sawHour(hour);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

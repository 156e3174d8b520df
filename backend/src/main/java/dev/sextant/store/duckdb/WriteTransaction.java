// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.Tier;
import dev.sextant.store.duckdb.Part.HotTable;
import dev.sextant.store.duckdb.Sealer.SealedHour;
import dev.sextant.store.duckdb.TierMaker.SummedDay;
import dev.sextant.store.file.FreeSpace;
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
/// so readers never see half a batch. Explicit statements and not auto-commit off: an appender would commit in between otherwise.
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
        files.recover(parts);
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
        var problems = new ArrayList<SQLException>();
        tables.abandon();
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
    ///
    /// @param prefix how the names of the files begin that will be made of them
    List<HotTable> roll(long hour, String prefix) throws SQLException {
        tables.roll(hour);
        files.announce(prefix);
        return parts.hot(hour);
    }

    /// Tells hours that are written to from those that are not: see [HotTables#growth].
    Map<Long, Long> growth() {
        return tables.growth();
    }

    /// Lets sealed files take the place of what they were made of.
    boolean seal(SealedHour hour, SealStep.Observer observer) throws SQLException {
        begin();
        files.insert(hour.fresh());
        files.retire(hour.gone());
        files.made(hour.prefix());
        files.tiers().changed(hour.fresh());
        observer.reached(SealStep.STAGED);
        execute("commit");
        observer.reached(SealStep.COMMITTED);
        parts.replace(hour.gone(), hour.fresh());
        observer.reached(SealStep.SHOWN);
        return true;
    }

    /// Announces files of tiers.
    boolean announce(List<String> prefixes) throws SQLException {
        for (var prefix : prefixes) {
            files.announce(prefix);
        }
        return true;
    }

    /// Lets rows speak for the hours of a day.
    boolean sumUp(SummedDay day, SealStep.Observer observer) throws SQLException {
        begin();
        files.tiers().insert(day.fresh());
        files.retire(day.gone());
        files.tiers().summedUp(day.tenant(), day.hours());
        for (var prefix : day.prefixes()) {
            files.made(prefix);
        }
        observer.reached(SealStep.SUMS_STAGED);
        execute("commit");
        observer.reached(SealStep.SUMS_COMMITTED);
        parts.replace(day.gone(), day.fresh());
        parts.summedUp(day.tenant(), day.hours());
        return clear();
    }

    /// Deletes retired parts that nobody reads any more.
    boolean clear() throws SQLException {
        files.delete(parts.takeUnwatched());
        return true;
    }

    /// Drops what a tenant has of samples and rows of tiers before some hours, and series that have nothing newer.
    boolean drop(TenantId tenant, Borders borders) throws SQLException {
        var past = new ArrayList<Part>(parts.sealedBefore(tenant, borders.samples()));
        boolean isKeptFromLater = !past.isEmpty();
        borders.tiers()
                .forEach((tier, hour) ->
                        past.addAll(parts.summedBefore(tenant, tier, Part.dayOf(hour))));
        if (!past.isEmpty()) {
            begin();
            files.retire(past);
            if (isKeptFromLater) {
                files.tiers().keptFrom(tenant, borders.samples());
            }
            execute("commit");
            parts.replace(past, List.of());
            if (isKeptFromLater) {
                parts.keptFrom(tenant, borders.samples());
            }
        }
        recent.forgetBefore(ids(index.all(tenant)), borders.samples());
        long oldest =
                Math.min(
                        Math.min(borders.samples(), parts.oldestHotHour()),
                        parts.oldestSummedHour(tenant));
        var gone = index.all(tenant).stream().filter(series -> series.lastHour() < oldest).toList();
        catalogue.delete(gone);
        index.remove(gone);
        return clear();
    }

    /// The first hours that stay.
    record Borders(long samples, Map<Tier, Long> tiers) {}

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

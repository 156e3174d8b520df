// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.duckdb.Part.HotTable;
import dev.sextant.store.duckdb.RowFeed.HourSamples;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The tables that samples are appended to, one per hour at a time, so that an hour can be sealed and its table dropped.
/// Belongs to the writer thread.
///
/// Samples gather here, hour by hour, until the transaction is about to be committed: DuckDB takes over rows of one table at
/// a time, and a batch may be strewn over many hours (an import, or malice).
final class HotTables {
    private static final int KEPT_HOURS = 2;

    private final DuckDBConnection connection;
    private final Parts parts;
    private final RowFeed feed;
    private final Map<Long, HotTable> growing = new HashMap<>();
    private final Map<Long, HotTable> created = new HashMap<>();
    private final TreeMap<Long, HourSamples> waiting = new TreeMap<>();
    private final Map<Long, Long> growth = new HashMap<>();
    private long nextNumber;
    private long currentHour;
    private @Nullable HourSamples current;

    /// Finds the tables that are there, but appends to new ones only.
    HotTables(DuckDBConnection connection, Parts parts) throws SQLException {
        this.connection = connection;
        this.parts = parts;
        this.feed = RowFeed.register(connection);
        var known = list();
        parts.add(known);
        nextNumber = 1 + known.stream().mapToLong(HotTable::number).max().orElse(0);
    }

    /// Adds a sample within the open transaction.
    void append(long hour, long id, long time, double value) {
        if (current == null || hour != currentHour) {
            currentHour = hour;
            growth.merge(hour, 1L, Long::sum);
            current = waiting.computeIfAbsent(hour, _ -> new HourSamples());
        }
        current.add(id, time, value);
    }

    /// Hands everything that was appended to the transaction; the table of an hour is made if it is new.
    void flush() throws SQLException {
        for (var hour : waiting.entrySet()) {
            if (hour.getValue().length() > 0) {
                feed.insert(table(hour.getKey()), hour.getValue());
            }
        }
    }

    /// What the transaction wrote is there: readers may look at new tables.
    void committed() {
        growing.putAll(created);
        parts.add(created.values());
        created.clear();
        forget();
    }

    /// Forgets samples and tables of a transaction that is about to be rolled back.
    void abandon() {
        created.clear();
        feed.forget();
        forget();
    }

    /// The newest hours keep their room for the next transaction.
    private void forget() {
        current = null;
        while (waiting.size() > KEPT_HOURS) {
            waiting.pollFirstEntry();
        }
        waiting.values().forEach(HourSamples::clear);
    }

    /// From now on the tables of an hour that are there grow no more: later samples of it go to a new one.
    void roll(long hour) {
        feed.forget();
        growing.remove(hour);
        growth.remove(hour);
    }

    /// A number for each hour that was written to, which is another one after more was written.
    Map<Long, Long> growth() {
        return Map.copyOf(growth);
    }

    /// Leaves out the samples of some series from every table, within the open transaction.
    void rewriteWithout(Collection<IndexedSeries> gone) throws SQLException {
        feed.forget();
        Sql.execute(connection, "create or replace temp table erased(id bigint)");
        try (var appender = connection.createAppender("temp", "main", "erased")) {
            for (var series : gone) {
                appender.beginRow().append(series.id()).endRow();
            }
        }
        for (var table : list()) {
            // In order of the rows: the last one written at a time is the one that counts.
            Sql.execute(
                    connection,
                    "create or replace table %1$s as select * from %1$s where series not in (select id from erased) order by rowid"
                            .formatted(table.quoted()));
        }
        Sql.execute(connection, "drop table erased");
    }

    private List<HotTable> list() throws SQLException {
        var tables = new ArrayList<HotTable>();
        try (var statement = connection.createStatement();
                var names =
                        statement.executeQuery(
                                "select table_name from duckdb_tables() where starts_with(table_name, '%s')"
                                        .formatted(HotTable.PREFIX))) {
            while (names.next()) {
                tables.add(HotTable.named(names.getString(1)));
            }
        }
        return tables;
    }

    private HotTable table(long hour) throws SQLException {
        var table = growing.get(hour);
        if (table == null) {
            table = created.get(hour);
        }
        if (table == null) {
            table = new HotTable(hour, nextNumber++);
            created.put(hour, table);
            Sql.execute(
                    connection,
                    "create table %s(series bigint, \"at\" bigint, \"value\" double)"
                            .formatted(table.quoted()));
        }
        return table;
    }
}

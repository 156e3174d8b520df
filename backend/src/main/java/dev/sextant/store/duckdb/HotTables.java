// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.duckdb.Part.HotTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The tables that samples are appended to, one per hour at a time, so that an hour can be sealed and its table dropped.
/// Belongs to the writer thread.
///
/// An open appender holds memory and costs a millisecond to make, so few are open at a time and the newest hours keep
/// theirs. A batch that is strewn over many hours (an import, or malice) fills one hour after the other when it is flushed.
final class HotTables {
    private static final int OPEN_AT_ONCE = 8;
    private static final int KEPT_OPEN = 2;

    private final DuckDBConnection connection;
    private final Parts parts;
    private final Map<Long, HotTable> growing = new HashMap<>();
    private final Map<Long, HotTable> created = new HashMap<>();
    private final TreeMap<Long, DuckDBAppender> appenders = new TreeMap<>();
    private final TreeMap<Long, DeferredSamples> deferred = new TreeMap<>();
    private long nextNumber;
    private long currentHour;
    private @Nullable DuckDBAppender current;

    /// Finds the tables that are there, but appends to new ones only.
    HotTables(DuckDBConnection connection, Parts parts) throws SQLException {
        this.connection = connection;
        this.parts = parts;
        var known = list();
        parts.add(known);
        nextNumber = 1 + known.stream().mapToLong(HotTable::number).max().orElse(0);
    }

    /// Adds a sample within the open transaction; the hour's table is made if it is new.
    void append(long hour, long id, long time, double value) throws SQLException {
        if (current == null || hour != currentHour) {
            currentHour = hour;
            current = appenders.get(hour);
            if (current == null && appenders.size() < OPEN_AT_ONCE) {
                current = open(hour);
                appenders.put(hour, current);
            }
        }
        if (current == null) {
            deferred.computeIfAbsent(hour, _ -> new DeferredSamples()).add(id, time, value);
        } else {
            current.beginRow().append(id).append(time).append(value).endRow();
        }
    }

    /// Hands everything that was appended to the transaction.
    void flush() throws SQLException {
        for (var appender : appenders.values()) {
            appender.flush();
        }
        for (var late : deferred.entrySet()) {
            try (var appender = open(late.getKey())) {
                late.getValue().appendTo(appender);
            }
        }
        deferred.clear();
    }

    /// What the transaction wrote is there: readers may look at new tables.
    void committed() throws SQLException {
        growing.putAll(created);
        parts.add(created.values());
        created.clear();
        current = null;
        while (appenders.size() > KEPT_OPEN) {
            appenders.pollFirstEntry().getValue().close();
        }
    }

    /// Forgets appenders and tables of a transaction that is about to be rolled back, and tells what went wrong on the way.
    List<SQLException> abandon() {
        created.clear();
        deferred.clear();
        return closeAppenders();
    }

    /// From now on the tables of an hour that are there grow no more: later samples of it go to a new one.
    void roll(long hour) throws SQLException {
        current = null;
        var appender = appenders.remove(hour);
        if (appender != null) {
            appender.close();
        }
        growing.remove(hour);
    }

    /// Leaves out the samples of some series from every table, within the open transaction.
    void rewriteWithout(Collection<IndexedSeries> gone) throws SQLException {
        closeAppenders();
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

    List<SQLException> closeAppenders() {
        current = null;
        var problems = new ArrayList<SQLException>();
        for (var appender : appenders.values()) {
            try {
                appender.close();
            } catch (SQLException problem) {
                problems.add(problem);
            }
        }
        appenders.clear();
        return problems;
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

    private DuckDBAppender open(long hour) throws SQLException {
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
        return connection.createAppender(table.name());
    }
}

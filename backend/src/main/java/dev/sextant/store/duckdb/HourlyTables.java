// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// One table of samples per hour, so that old data go by dropping tables. All but [#between] and [#exists] belongs to the
/// writer thread.
///
/// An open appender holds memory and costs a millisecond to make, so few are open at a time and the newest hours keep
/// theirs. A batch that is strewn over many hours (an import, or malice) fills one hour after the other when it is flushed.
final class HourlyTables {
    static final long HOUR_MILLIS = 3_600_000;
    private static final String PREFIX = "samples_";
    private static final int OPEN_AT_ONCE = 8;
    private static final int KEPT_OPEN = 2;

    private final DuckDBConnection connection;
    private final NavigableSet<Long> hours = new ConcurrentSkipListSet<>();
    private final Set<Long> created = new HashSet<>();
    private final TreeMap<Long, DuckDBAppender> appenders = new TreeMap<>();
    private final TreeMap<Long, DeferredSamples> deferred = new TreeMap<>();
    private long currentHour;
    private @Nullable DuckDBAppender current;

    HourlyTables(DuckDBConnection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement();
                var names =
                        statement.executeQuery(
                                "select table_name from duckdb_tables() where starts_with(table_name, '%s')"
                                        .formatted(PREFIX))) {
            while (names.next()) {
                hours.add(Long.parseLong(names.getString(1).substring(PREFIX.length())));
            }
        }
    }

    static long hourOf(long epochMillis) {
        return Math.floorDiv(epochMillis, HOUR_MILLIS);
    }

    static String quoted(long hour) {
        return '"' + PREFIX + hour + '"';
    }

    /// The hours with committed tables that hold points of {@code [from, to]}, ascending.
    Collection<Long> between(long from, long to) {
        return List.copyOf(hours.subSet(hourOf(from), true, hourOf(to), true));
    }

    boolean exists(long hour) {
        return hours.contains(hour);
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
        hours.addAll(created);
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

    /// Drops the tables of all hours before the given one.
    void dropBefore(long hour) throws SQLException {
        for (var gone : List.copyOf(hours.headSet(hour, false))) {
            var appender = appenders.remove(gone);
            if (appender != null) {
                appender.close();
            }
            hours.remove(gone);
            try (var statement = connection.createStatement()) {
                statement.execute("drop table " + quoted(gone));
            }
        }
    }

    /// Leaves out the samples of some series from every table, within the open transaction.
    void rewriteWithout(Collection<IndexedSeries> gone) throws SQLException {
        closeAppenders();
        try (var statement = connection.createStatement()) {
            statement.execute("create or replace temp table erased(id bigint)");
            try (var appender = connection.createAppender("temp", "main", "erased")) {
                for (var series : gone) {
                    appender.beginRow().append(series.id()).endRow();
                }
            }
            for (var hour : hours) {
                // In order of the rows: the last one written at a time is the one that counts.
                statement.execute(
                        "create or replace table %1$s as select * from %1$s where series not in (select id from erased) order by rowid"
                                .formatted(quoted(hour)));
            }
            statement.execute("drop table erased");
        }
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

    private DuckDBAppender open(long hour) throws SQLException {
        if (!hours.contains(hour) && created.add(hour)) {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "create table %s(series bigint, \"at\" bigint, \"value\" double)"
                                .formatted(quoted(hour)));
            }
        }
        return connection.createAppender(PREFIX + hour);
    }
}

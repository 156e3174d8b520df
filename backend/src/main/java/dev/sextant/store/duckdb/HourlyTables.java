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

/// One table of samples per hour, so that old data go by dropping tables. All but [#between] belongs to the writer thread.
final class HourlyTables {
    static final long HOUR_MILLIS = 3_600_000;
    private static final String PREFIX = "samples_";
    private static final int OPEN_APPENDERS = 4;

    private final DuckDBConnection connection;
    private final NavigableSet<Long> hours = new ConcurrentSkipListSet<>();
    private final Set<Long> created = new HashSet<>();
    private final TreeMap<Long, DuckDBAppender> appenders = new TreeMap<>();

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

    /// The hours with committed tables that hold points of {@code (from, to]}, ascending.
    Collection<Long> between(long from, long to) {
        return List.copyOf(hours.subSet(hourOf(from), true, hourOf(to), true));
    }

    boolean exists(long hour) {
        return hours.contains(hour);
    }

    /// The appender for an hour; its table is made within the open transaction if it is new.
    DuckDBAppender appender(long hour) throws SQLException {
        var open = appenders.get(hour);
        if (open != null) {
            return open;
        }
        if (!hours.contains(hour) && created.add(hour)) {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "create table %s(series bigint, \"at\" bigint, \"value\" double)"
                                .formatted(quoted(hour)));
            }
        }
        var appender = connection.createAppender(PREFIX + hour);
        appenders.put(hour, appender);
        return appender;
    }

    void flush() throws SQLException {
        for (var appender : appenders.values()) {
            appender.flush();
        }
    }

    /// What the transaction wrote is there: readers may look at new tables. Appenders of all but the newest hours are closed.
    void committed() throws SQLException {
        hours.addAll(created);
        created.clear();
        while (appenders.size() > OPEN_APPENDERS) {
            appenders.pollFirstEntry().getValue().close();
        }
    }

    /// Forgets appenders and tables of a transaction that was rolled back; call it before the rollback.
    List<SQLException> abandon() {
        created.clear();
        return closeAppenders();
    }

    /// Drops the tables of all hours before the given one and tells how many they were.
    int dropBefore(long hour) throws SQLException {
        var old = List.copyOf(hours.headSet(hour, false));
        for (var gone : old) {
            var appender = appenders.remove(gone);
            if (appender != null) {
                appender.close();
            }
            hours.remove(gone);
            try (var statement = connection.createStatement()) {
                statement.execute("drop table " + quoted(gone));
            }
        }
        return old.size();
    }

    List<SQLException> closeAppenders() {
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
}

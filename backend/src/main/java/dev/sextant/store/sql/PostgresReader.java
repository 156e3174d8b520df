// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.sql;

import dev.sextant.store.Selection;
import dev.sextant.store.TooManyPointsException;
import dev.sextant.store.source.Endpoint;
import dev.sextant.store.source.Endpoint.Table;
import dev.sextant.store.source.LabelledPoints;
import dev.sextant.store.source.Source;
import dev.sextant.store.source.SourceFailedException;
import dev.sextant.store.source.SourceKind;
import dev.sextant.store.source.SourceReader;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Reads tables of databases that speak PostgreSQL's wire: one short read-only transaction per question, rows by a cursor.
@ApplicationScoped
public class PostgresReader implements SourceReader {
    private static final int FETCH_ROWS = 5_000;
    private static final int MOST_SERIES = 200_000;

    private final PostgresConnections connections;

    public PostgresReader(PostgresConnections connections) {
        this.connections = connections;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.POSTGRESQL;
    }

    @Override
    public SortedSet<String> metrics(TenantId tenant, Source source, long now)
            throws SourceFailedException {
        return connections.inTransaction(
                tenant,
                source,
                _ -> {
                    var names = new TreeSet<String>();
                    database(source).tables().forEach(table -> names.add(table.metric()));
                    return names;
                });
    }

    @Override
    public Set<Labels> labels(TenantId tenant, Source source, Selection selection)
            throws SourceFailedException {
        var table = database(source).table(selection.metric());
        if (table.isEmpty()) {
            return Set.of();
        }
        var asked = Statements.of(table.get(), selection.matchers());
        return connections.inTransaction(
                tenant,
                source,
                connection -> {
                    var time = time(connection, asked);
                    var found = new HashSet<Labels>();
                    try (var statement = connection.prepareStatement(asked.labels())) {
                        bind(statement, asked, time, selection.range(), MOST_SERIES + 1);
                        try (var rows = statement.executeQuery()) {
                            while (rows.next()) {
                                found.add(labels(rows, table.get().columns().labels(), 1));
                            }
                        }
                    }
                    if (found.size() > MOST_SERIES) {
                        throw SourceFailedException.ofQuestion(
                                "%s has more than %,d series: narrow it with where"
                                        .formatted(selection.metric(), MOST_SERIES));
                    }
                    return found;
                });
    }

    @Override
    public void scan(TenantId tenant, Source source, Wanted wanted, LabelledPoints into)
            throws SourceFailedException {
        var table = database(source).table(wanted.selection().metric());
        if (table.isEmpty()) {
            return;
        }
        var asked = Statements.of(table.get(), wanted.selection().matchers());
        long most = Math.min(wanted.maxPoints(), Long.MAX_VALUE - 1);
        connections.inTransaction(
                tenant,
                source,
                connection -> {
                    var time = time(connection, asked);
                    try (var statement = connection.prepareStatement(asked.points())) {
                        statement.setFetchSize(FETCH_ROWS);
                        bind(statement, asked, time, wanted.selection().range(), most + 1);
                        try (var rows = statement.executeQuery()) {
                            return pour(rows, time, table.get(), new Pouring(into, most));
                        }
                    }
                });
    }

    private static Endpoint.Database database(Source source) {
        if (source.endpoint() instanceof Endpoint.Database database) {
            return database;
        }
        throw new IllegalStateException("source %s is no database".formatted(source.name()));
    }

    private static TimeColumn time(Connection connection, Statements asked)
            throws SQLException, SourceFailedException {
        var table = asked.table();
        try (var statement = connection.prepareStatement(asked.shape());
                var rows = statement.executeQuery()) {
            var column = TimeColumn.of(rows.getMetaData(), table.isInSeconds());
            if (column.isPresent()) {
                return column.get();
            }
            throw SourceFailedException.ofQuestion(
                    "column %s of %s holds no times but %s"
                            .formatted(
                                    table.time(),
                                    table.metric(),
                                    rows.getMetaData().getColumnTypeName(1)));
        }
    }

    private static void bind(
            PreparedStatement statement,
            Statements asked,
            TimeColumn time,
            TimeRange range,
            long mostRows)
            throws SQLException {
        time.bind(statement, 1, range.from());
        time.bind(statement, 2, range.to());
        int place = 3;
        for (var text : asked.texts()) {
            statement.setString(place++, text);
        }
        statement.setLong(place, mostRows);
    }

    private static Labels labels(ResultSet rows, List<String> names, int firstColumn)
            throws SQLException {
        Map<String, String> pairs = new HashMap<>();
        for (int at = 0; at < names.size(); at++) {
            pairs.put(names.get(at), rows.getString(firstColumn + at));
        }
        return Labels.of(pairs);
    }

    private static boolean pour(ResultSet rows, TimeColumn time, Table table, Pouring into)
            throws SQLException {
        var names = table.columns().labels();
        while (rows.next()) {
            into.add(labels(rows, names, 3), time.read(rows), rows.getDouble(2));
        }
        into.flush();
        return true;
    }

    /// Gathers rows of one series before they are handed on.
    private static final class Pouring {
        private final LabelledPoints into;
        private final long most;
        private final long[] times = new long[FETCH_ROWS];
        private final double[] values = new double[FETCH_ROWS];
        private Labels series = Labels.none();
        private int length;
        private long points;

        Pouring(LabelledPoints into, long most) {
            this.into = into;
            this.most = most;
        }

        void add(Labels labels, long time, double value) {
            if (++points > most) {
                throw new TooManyPointsException(most);
            }
            if (length == FETCH_ROWS || !labels.equals(series)) {
                flush();
                series = labels;
            }
            times[length] = time;
            values[length++] = value;
        }

        void flush() {
            if (length > 0) {
                into.points(series, times, values, length);
                length = 0;
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import static java.util.Objects.requireNonNull;

import dev.sextant.store.StoreUnavailableException;
import dev.sextant.store.Summaries;
import dev.sextant.store.Summarizer;
import dev.sextant.store.Tier;
import dev.sextant.store.duckdb.Part.SealedFile;
import dev.sextant.store.duckdb.Part.TierFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;

/// The rows of a day of some series on their way into files, in temporary tables of a connection.
final class TierRows {
    private static final int ROWS_PER_GROUP = 30_720;

    /// Times of points are written as their distance from the row's ends, which is the same number most of the time.
    static final String COLUMNS =
            "series, \"at\", points, total, lowest, highest, first_after, first_value, last_before, last_value, lost, ended";

    private final DuckDBConnection connection;
    private final List<IndexedSeries> series;
    private final SeriesSlots slots;
    private final Map<Tier, TreeSet<Long>> hours;
    private final Map<Tier, Summaries> rows = new EnumMap<>(Tier.class);

    TierRows(
            DuckDBConnection connection, List<IndexedSeries> series, Map<Tier, TreeSet<Long>> hours)
            throws SQLException {
        this.connection = connection;
        this.series = series;
        this.slots = new SeriesSlots(series);
        this.hours = hours;
        for (var tier : hours.keySet()) {
            rows.put(tier, new Summaries());
            Sql.execute(
                    connection,
                    """
                    create or replace temp table %s(series bigint, "at" bigint, points integer, total double,
                        lowest double, highest double, first_after integer, first_value double,
                        last_before integer, last_value double, lost double, ended boolean)
                    """
                            .formatted(quoted(tier)));
        }
        place();
    }

    private void place() throws SQLException {
        Sql.execute(
                connection,
                "create or replace temp table place(id bigint, place integer, metric varchar)");
        try (var appender = connection.createAppender("temp", "main", "place")) {
            for (int slot = 0; slot < series.size(); slot++) {
                appender.beginRow()
                        .append(series.get(slot).id())
                        .append(slot)
                        .append(series.get(slot).key().metric())
                        .endRow();
            }
        }
    }

    private TreeSet<Long> hoursOf(Tier tier) {
        return requireNonNull(hours.get(tier));
    }

    private Summaries rowsOf(Tier tier) {
        return requireNonNull(rows.get(tier));
    }

    private static String table(Tier tier) {
        return "rows_" + tier.text();
    }

    /// Sums up the samples of an hour.
    ///
    /// @param isSorted whether files are read in the order in which they were written
    void add(long hour, List<SealedFile> files, boolean isSorted) throws SQLException {
        if (files.isEmpty()) {
            return;
        }
        var passing =
                hours.keySet().stream()
                        .filter(tier -> hoursOf(tier).contains(hour))
                        .collect(Collectors.toSet());
        var query =
                "select series, \"at\", \"value\" from %s where metric >= %s and metric <= %s%s"
                        .formatted(
                                Sql.files(files),
                                Sql.text(series.getFirst().key().metric()),
                                Sql.text(series.getLast().key().metric()),
                                isSorted ? "" : " order by series, \"at\"");
        passing.forEach(tier -> rowsOf(tier).clear(0));
        sumUp(query, passing);
        for (var tier : passing) {
            append(tier);
        }
    }

    private void sumUp(String query, Set<Tier> tiers) throws SQLException {
        var summarizers = tiers.stream().map(tier -> new Summarizer(tier, rowsOf(tier))).toList();
        var order = new Order(new BitSet());
        try (var statement = connection.prepare(query);
                var result = statement.query()) {
            while (result.nextChunk()) {
                pass(result.chunk(), summarizers, order);
            }
        }
        summarizers.forEach(Summarizer::flush);
    }

    private void pass(DuckDBDataChunkReader chunk, List<Summarizer> summarizers, Order order) {
        var ids = chunk.vector(0);
        var times = chunk.vector(1);
        var values = chunk.vector(2);
        for (long row = 0, count = chunk.rowCount(); row < count; row++) {
            int slot = slots.slotOf(ids.getLong(row));
            if (slot >= 0) {
                long time = times.getLong(row);
                double value = values.getDouble(row);
                order.require(slot, time);
                for (int i = 0; i < summarizers.size(); i++) {
                    summarizers.get(i).add(slot, time, value);
                }
            }
        }
    }

    /// Rows of other orders would make wrong sums without anybody seeing it.
    private static final class Order {
        private final BitSet seen;
        private int slot = -1;
        private long newest;

        Order(BitSet seen) {
            this.seen = seen;
        }

        void require(int next, long time) {
            if (next == slot ? time <= newest : seen.get(next)) {
                throw new StoreUnavailableException(
                        "samples of a sealed file are not in order; its day cannot be summed up");
            }
            if (next != slot) {
                seen.set(next);
                slot = next;
            }
            newest = time;
        }
    }

    private void append(Tier tier) throws SQLException {
        var summed = rowsOf(tier);
        try (var appender = connection.createAppender("temp", "main", table(tier))) {
            for (int row = 0; row < summed.length(); row++) {
                long end = summed.ends()[row];
                boolean isEmpty = summed.points()[row] == 0;
                appender.beginRow()
                        .append(series.get(summed.slots()[row]).id())
                        .append(end)
                        .append(summed.points()[row])
                        .append(summed.sums()[row])
                        .append(summed.lowest()[row])
                        .append(summed.highest()[row])
                        .append(
                                isEmpty
                                        ? 0
                                        : (int) (summed.firstTimes()[row] - end + tier.millis()))
                        .append(summed.firsts()[row])
                        .append(isEmpty ? 0 : (int) (end - summed.lastTimes()[row]))
                        .append(summed.lasts()[row])
                        .append(summed.lost()[row])
                        .append(summed.ended()[row])
                        .endRow();
            }
        }
    }

    /// The names of the metrics that have rows, ascending.
    List<String> metrics(Tier tier, List<TierFile> old) throws SQLException {
        var found = new TreeSet<String>();
        try (var statement = connection.createStatement();
                var names =
                        statement.executeQuery(
                                "select distinct metric from (%s) join place on series = id"
                                        .formatted(all(tier, old, "series")))) {
            while (names.next()) {
                found.add(names.getString(1));
            }
        }
        return List.copyOf(found);
    }

    void copy(Tier tier, List<TierFile> old, Path to) throws SQLException {
        Sql.execute(
                connection,
                """
                copy (
                    select metric, %s from (%s) join place on series = id order by place, "at"
                ) to %s (format parquet, codec zstd, parquet_version v2, row_group_size %d)
                """
                        .formatted(
                                COLUMNS,
                                all(tier, old, COLUMNS),
                                Sql.text(to.toString()),
                                ROWS_PER_GROUP));
    }

    /// The new rows, and those of an earlier summing up whose hours are not summed up anew.
    private String all(Tier tier, List<TierFile> old, String columns) {
        var fresh = "select %s from %s".formatted(columns, quoted(tier));
        if (old.isEmpty()) {
            return fresh;
        }
        var anew =
                hoursOf(tier).stream()
                        .map(hour ->
                                "(\"at\" > %d and \"at\" <= %d)"
                                        .formatted(
                                                hour * Part.HOUR_MILLIS,
                                                (hour + 1) * Part.HOUR_MILLIS))
                        .collect(Collectors.joining(" or "));
        return "%s union all select %s from %s where not (%s)"
                .formatted(fresh, columns, Sql.tiers(old), anew);
    }

    private static String quoted(Tier tier) {
        return '"' + table(tier) + '"';
    }
}

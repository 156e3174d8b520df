// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.PointSink;
import dev.sextant.store.StoreUnavailableException;
import dev.sextant.store.file.DuckDbFile;
import dev.sextant.store.file.RunningStatements;
import dev.sextant.store.recent.RecentHours;
import dev.sextant.store.recent.Unpacked;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.jspecify.annotations.Nullable;

/// Reads points out of sealed files, hot tables and memory as if they were one; files and tables on a bounded number of
/// connections.
final class SampleScanner implements AutoCloseable {
    /// More series than this are narrowed to a range of numbers and picked here; a longer list costs the planner more than it saves.
    static final int LISTED_SERIES = 2_000;

    private final Parts parts;
    private final RecentHours recent;
    private final BlockingQueue<DuckDBConnection> idle;
    private final int readers;
    private final Duration patience;
    private final RunningStatements running = new RunningStatements();
    private volatile boolean closed;

    /// Where what was read goes.
    interface Taker {
        /// Rows of number, time, value and rank.
        void take(DuckDBDataChunkReader rows);

        /// Points of the series in a slot, settled among themselves.
        void take(int slot, Unpacked points);

        /// Whether anybody still waits for it; asked by another thread.
        default boolean isWanted() {
            return true;
        }
    }

    SampleScanner(DuckDbFile file, Parts parts, RecentHours recent, StoreConfig config)
            throws SQLException {
        this.parts = parts;
        this.recent = recent;
        this.readers = config.readers();
        this.patience = config.patience();
        this.idle = new ArrayBlockingQueue<>(readers);
        for (int i = 0; i < readers; i++) {
            idle.add(file.connect());
        }
    }

    /// The points of series of one metric, in order of the list; series without points are left out.
    List<Series> read(List<IndexedSeries> series, TimeRange range, long maxPoints) {
        var gathering = new Gathering(series, maxPoints);
        scan(series, range, gathering);
        return gathering.result();
    }

    /// Hands over the points of series of one metric while they are read; slots are places in the list.
    void stream(List<IndexedSeries> series, TimeRange range, long maxPoints, PointSink sink) {
        var streaming = new Streaming(series, maxPoints, sink);
        try {
            scan(series, range, streaming);
            for (var some : streaming.unsettled(LISTED_SERIES)) {
                var settled = new Gathering(some, Long.MAX_VALUE);
                scan(some, range, settled);
                settled.result().forEach(streaming::restart);
            }
        } catch (StoreUnavailableException problem) {
            streaming.requireWanted();
            throw problem;
        }
    }

    /// Hands over the newest point of each series of one metric, from memory where that knows it.
    void latest(List<IndexedSeries> series, TimeRange range, NewestPoints newest, PointSink sink) {
        var unknown =
                newest.handOver(
                        series, range.from().toEpochMilli(), range.to().toEpochMilli(), sink);
        if (unknown.isEmpty()) {
            return;
        }
        var some = unknown.stream().mapToObj(series::get).toList();
        int[] slots = unknown.stream().toArray();
        var last = new LastOfEach(some.size());
        stream(some, range, Long.MAX_VALUE, last);
        last.handOver(slots, sink);
    }

    /// Waits for running queries, as long as it is patient, and refuses new ones.
    @Override
    public void close() throws SQLException {
        closed = true;
        for (int i = 0; i < readers; i++) {
            var connection = poll();
            if (connection != null) {
                connection.close();
            }
        }
        running.close();
    }

    /// Hands over the points of series of one metric, in order of time but for what came late.
    void scan(List<IndexedSeries> series, TimeRange range, Taker taker) {
        long from = range.from().toEpochMilli();
        long to = range.to().toEpochMilli();
        if (series.isEmpty() || from >= to) {
            return;
        }
        var memory = recent.view(series.stream().mapToLong(IndexedSeries::id).toArray(), from, to);
        var first = series.getFirst();
        var metric = first.key().metric();
        try (var view = parts.view(first.tenant(), metric, from + 1, to, memory::covers)) {
            if (!view.isEmpty()) {
                var condition =
                        "\"at\" > %d and \"at\" <= %d and %s".formatted(from, to, oneOf(series));
                scan(queries(view, metric, condition), taker);
            }
        }
        take(memory, series.size(), taker);
    }

    private void take(RecentHours.View memory, int slots, Taker taker) {
        requireOpen();
        var points = new Unpacked();
        for (int slot = 0; slot < slots; slot++) {
            requireWanted();
            for (int hour = 0; hour < memory.hours(); hour++) {
                if (memory.unpack(hour, slot, points)) {
                    taker.take(slot, points);
                }
            }
        }
    }

    /// Files before tables: who reads in this order has to settle what came late only.
    private static List<String> queries(Parts.View view, String metric, String condition) {
        var queries = new ArrayList<String>();
        if (!view.files().isEmpty()) {
            queries.add(
                    "select series, \"at\", \"value\", 0::bigint from %s where metric = %s and %s"
                            .formatted(Sql.files(view.files()), Sql.text(metric), condition));
        }
        for (var table : view.tables()) {
            queries.add(
                    "select series, \"at\", \"value\", rowid + %d from %s where %s"
                            .formatted(table.firstRank(), table.quoted(), condition));
        }
        return queries;
    }

    private void scan(List<String> queries, Taker taker) {
        ask(queries, taker::isWanted, taker::take);
    }

    /// Asks one query after the other on a connection.
    ///
    /// @param isWanted asked by another thread; once it says no, the engine is told to stop
    void ask(
            List<String> queries, BooleanSupplier isWanted, Consumer<DuckDBDataChunkReader> taker) {
        if (queries.isEmpty()) {
            return;
        }
        var connection = borrow();
        try {
            for (var query : queries) {
                ask(connection, query, isWanted, taker);
            }
        } catch (SQLException problem) {
            throw new StoreUnavailableException(
                    "the store could not be read (%s); ask again later"
                            .formatted(problem.getMessage()),
                    problem);
        } finally {
            idle.add(connection);
        }
    }

    private void ask(
            DuckDBConnection connection,
            String query,
            BooleanSupplier isWanted,
            Consumer<DuckDBDataChunkReader> taker)
            throws SQLException {
        var reader = Thread.currentThread();
        try (var statement = connection.prepare(query)) {
            running.run(
                    statement,
                    () -> isWanted.getAsBoolean() && !reader.isInterrupted(),
                    () -> {
                        try (var result = statement.query()) {
                            while (result.nextChunk()) {
                                requireWanted();
                                taker.accept(result.chunk());
                            }
                        }
                    });
        }
    }

    private static void requireWanted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new StoreUnavailableException("interrupted while reading the store");
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreUnavailableException(
                    "the store is shutting down; ask again when it is back");
        }
    }

    static String oneOf(List<IndexedSeries> series) {
        if (series.size() <= LISTED_SERIES) {
            return series.stream()
                    .map(one -> Long.toString(one.id()))
                    .collect(Collectors.joining(", ", "series in (", ")"));
        }
        var ids = series.stream().mapToLong(IndexedSeries::id).summaryStatistics();
        return "series between %d and %d".formatted(ids.getMin(), ids.getMax());
    }

    private DuckDBConnection borrow() {
        requireOpen();
        var connection = poll();
        if (connection == null) {
            requireOpen();
            throw new StoreUnavailableException(
                    "all %d readers of the store are busy; ask again later".formatted(readers));
        }
        return connection;
    }

    private @Nullable DuckDBConnection poll() {
        try {
            return idle.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(
                    "interrupted while waiting for a reader of the store", problem);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.PointBuffer;
import dev.sextant.store.StoreUnavailableException;
import dev.sextant.store.TooManyPointsException;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.jspecify.annotations.Nullable;

/// Reads points out of the hourly tables, hour after hour, on a bounded number of connections.
final class SampleScanner implements AutoCloseable {
    /// More series than this are narrowed to a range of numbers and picked here; a longer list costs the planner more than it saves.
    private static final int LISTED_SERIES = 2_000;

    private final HourlyTables tables;
    private final BlockingQueue<DuckDBConnection> idle;
    private final int readers;
    private final Duration patience;
    private volatile boolean closed;

    SampleScanner(DuckDbFile file, HourlyTables tables, StoreConfig config) throws SQLException {
        this.tables = tables;
        this.readers = config.readers();
        this.patience = config.patience();
        this.idle = new ArrayBlockingQueue<>(readers);
        for (int i = 0; i < readers; i++) {
            idle.add(file.connect());
        }
    }

    /// The points of the given series in order of the list; series without points are left out.
    List<Series> scan(List<IndexedSeries> series, TimeRange range, long maxPoints) {
        var scan = new Scan(series, range, maxPoints);
        var hours = series.isEmpty() ? List.<Long>of() : tables.between(scan.from + 1, scan.to);
        if (!hours.isEmpty()) {
            var connection = borrow();
            try {
                for (var hour : hours) {
                    scan(connection, hour, scan);
                }
            } finally {
                idle.add(connection);
            }
        }
        return scan.result();
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
    }

    private void scan(DuckDBConnection connection, long hour, Scan scan) {
        var sql =
                "select series, \"at\", \"value\", rowid from %s where \"at\" > %d and \"at\" <= %d and %s"
                        .formatted(HourlyTables.quoted(hour), scan.from, scan.to, scan.condition);
        try (var statement = connection.prepare(sql);
                var result = statement.query()) {
            while (result.nextChunk()) {
                scan.take(result.chunk());
            }
        } catch (SQLException problem) {
            // Retention may drop a table between the listing and the reading: then its points are
            // past, not broken.
            if (tables.exists(hour)) {
                throw new StoreUnavailableException(
                        "the store could not be read (%s); ask again later"
                                .formatted(problem.getMessage()),
                        problem);
            }
        }
    }

    private DuckDBConnection borrow() {
        var connection = closed ? null : poll();
        if (connection == null) {
            throw new StoreUnavailableException(
                    closed
                            ? "the store is shutting down; ask again when it is back"
                            : "all %d readers of the store are busy; ask again later"
                                    .formatted(readers));
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

    private static final class Scan {
        private final List<IndexedSeries> series;
        private final SeriesSlots slots;
        private final @Nullable PointBuffer[] buffers;
        private final String condition;
        private final long from;
        private final long to;
        private final long maxPoints;
        private long points;

        Scan(List<IndexedSeries> series, TimeRange range, long maxPoints) {
            this.series = series;
            this.slots = new SeriesSlots(series);
            this.buffers = new PointBuffer[series.size()];
            this.condition = condition(series);
            this.from = range.from().toEpochMilli();
            this.to = range.to().toEpochMilli();
            this.maxPoints = maxPoints;
        }

        void take(DuckDBDataChunkReader chunk) {
            var ids = chunk.vector(0);
            var times = chunk.vector(1);
            var values = chunk.vector(2);
            var rows = chunk.vector(3);
            for (long row = 0, count = chunk.rowCount(); row < count; row++) {
                int slot = slots.slotOf(ids.getLong(row));
                if (slot >= 0) {
                    buffer(slot).add(times.getLong(row), values.getDouble(row), rows.getLong(row));
                    points++;
                }
            }
            if (points > maxPoints) {
                throw new TooManyPointsException(maxPoints);
            }
        }

        List<Series> result() {
            var result = new ArrayList<Series>();
            for (int slot = 0; slot < buffers.length; slot++) {
                var buffer = buffers[slot];
                if (buffer != null) {
                    result.add(new Series(series.get(slot).key(), buffer.times(), buffer.values()));
                    buffers[slot] = null;
                }
            }
            return result;
        }

        private PointBuffer buffer(int slot) {
            var buffer = buffers[slot];
            if (buffer == null) {
                buffer = new PointBuffer();
                buffers[slot] = buffer;
            }
            return buffer;
        }

        private static String condition(List<IndexedSeries> series) {
            if (series.size() <= LISTED_SERIES) {
                return series.stream()
                        .map(one -> Long.toString(one.id()))
                        .collect(Collectors.joining(", ", "series in (", ")"));
            }
            var ids = series.stream().mapToLong(IndexedSeries::id).summaryStatistics();
            return "series between %d and %d".formatted(ids.getMin(), ids.getMax());
        }
    }
}

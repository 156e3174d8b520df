// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.PointSink;
import dev.sextant.store.duckdb.Part.HotTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;

/// The newest point of every series, in memory. After a start it is known of the series that have hot samples; what the
/// others have lies in files, at or before the newest time that any file holds.
final class NewestPoints {
    /// Points of the open transaction, which nobody may see before its commit.
    private final List<IndexedSeries> pending = new ArrayList<>();

    private final List<Newest> pendingPoints = new ArrayList<>();

    private volatile long filesEnd = Long.MIN_VALUE;

    /// Reads what the hot tables hold.
    void load(DuckDBConnection connection, List<IndexedSeries> all, Parts parts)
            throws SQLException {
        filesEnd = parts.endOfFiles();
        var slots = new SeriesSlots(all);
        for (long hour : parts.hotHoursBefore(Long.MAX_VALUE)) {
            for (var table : parts.hot(hour)) {
                load(connection, all, slots, table);
            }
        }
    }

    /// Within the open transaction.
    void add(IndexedSeries series, long[] times, double[] values) {
        int newest = 0;
        for (int i = 1; i < times.length; i++) {
            if (times[i] >= times[newest]) {
                newest = i;
            }
        }
        pending.add(series);
        pendingPoints.add(new Newest(times[newest], values[newest]));
    }

    void committed() {
        for (int i = 0; i < pending.size(); i++) {
            pending.get(i).saw(pendingPoints.get(i), filesEnd);
        }
        abandon();
    }

    void abandon() {
        pending.clear();
        pendingPoints.clear();
    }

    /// Hands over what memory knows of `(from, to]`.
    ///
    /// @return the slots of the series that have to be read
    BitSet handOver(List<IndexedSeries> series, long from, long to, PointSink sink) {
        sink.begin(series.stream().map(IndexedSeries::key).toList());
        var slots = new int[series.size()];
        var times = new long[series.size()];
        var values = new double[series.size()];
        var unknown = new BitSet();
        int length = 0;
        for (int slot = 0; slot < slots.length; slot++) {
            var newest = series.get(slot).newest();
            if (newest == null ? filesEnd > from : newest.time() > to) {
                unknown.set(slot);
            } else if (newest != null && newest.time() > from) {
                slots[length] = slot;
                times[length] = newest.time();
                values[length++] = newest.value();
            }
        }
        sink.points(slots, times, values, length);
        return unknown;
    }

    /// Of two rows at one time the later one counts: time and row make one number, which fits.
    private void load(
            DuckDBConnection connection, List<IndexedSeries> all, SeriesSlots slots, HotTable table)
            throws SQLException {
        var query =
                "select series, max(\"at\"), arg_max(\"value\", ((\"at\" - %d) << %d) + rowid) from %s group by series"
                        .formatted(
                                table.hour() * Part.HOUR_MILLIS,
                                HotTable.BITS_OF_ROWS,
                                table.quoted());
        try (var statement = connection.prepare(query);
                var result = statement.query()) {
            while (result.nextChunk()) {
                see(result.chunk(), all, slots);
            }
        }
    }

    private void see(DuckDBDataChunkReader chunk, List<IndexedSeries> all, SeriesSlots slots) {
        for (long row = 0; row < chunk.rowCount(); row++) {
            int slot = slots.slotOf(chunk.vector(0).getLong(row));
            if (slot >= 0) {
                var point =
                        new Newest(chunk.vector(1).getLong(row), chunk.vector(2).getDouble(row));
                all.get(slot).saw(point, filesEnd);
            }
        }
    }
}

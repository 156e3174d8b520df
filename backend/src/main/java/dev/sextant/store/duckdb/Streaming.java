// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.PointSink;
import dev.sextant.store.TierSink;
import dev.sextant.store.TooManyPointsException;
import dev.sextant.store.recent.Unpacked;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBDataChunkReader;

/// Hands rows to a sink as they pass. A series whose rows do not lie in order of time, or that has two at one time, is
/// handed over no further; it is to be read again, settled, and handed over from its first point.
final class Streaming implements SampleScanner.Taker {
    private final List<IndexedSeries> series;
    private final SeriesSlots places;
    private final PointSink sink;
    private final long maxPoints;
    private final long[] newest;
    private final BitSet unsettled = new BitSet();
    private final Map<SeriesKey, Integer> slotOfUnsettled = new HashMap<>();
    private int[] slots = new int[2_048];
    private long[] times = new long[2_048];
    private double[] values = new double[2_048];
    private long points;

    Streaming(List<IndexedSeries> series, long maxPoints, PointSink sink) {
        this.series = series;
        this.places = new SeriesSlots(series);
        this.sink = sink;
        this.maxPoints = maxPoints;
        this.newest = new long[series.size()];
        Arrays.fill(newest, Long.MIN_VALUE);
        sink.begin(series.stream().map(IndexedSeries::key).toList());
    }

    @Override
    public void take(DuckDBDataChunkReader chunk) {
        var ids = chunk.vector(0);
        var at = chunk.vector(1);
        var value = chunk.vector(2);
        int count = Math.toIntExact(chunk.rowCount());
        makeRoom(count);
        int length = 0;
        for (int row = 0; row < count; row++) {
            int slot = places.slotOf(ids.getLong(row));
            if (slot >= 0) {
                points++;
                long time = at.getLong(row);
                if (time > newest[slot] && !unsettled.get(slot)) {
                    newest[slot] = time;
                    slots[length] = slot;
                    times[length] = time;
                    values[length++] = value.getDouble(row);
                } else {
                    unsettled.set(slot);
                }
            }
        }
        requireAllowed();
        sink.points(slots, times, values, length);
    }

    @Override
    public void take(int slot, Unpacked more) {
        points += more.length();
        requireAllowed();
        if (more.times()[0] > newest[slot] && !unsettled.get(slot)) {
            newest[slot] = more.times()[more.length() - 1];
            sink.run(slot, more.times(), more.values(), more.length());
        } else {
            unsettled.set(slot);
        }
    }

    /// Rows of a tier, as points whose time is the row's end.
    void take(DuckDBDataChunkReader chunk, TierScan.Columns columns, TierSink to) {
        int count = Math.toIntExact(chunk.rowCount());
        columns.rows().clear(count);
        var ids = chunk.vector(0);
        var ends = chunk.vector(1);
        for (int row = 0; row < count; row++) {
            int slot = places.slotOf(ids.getLong(row));
            if (slot >= 0) {
                points++;
                long end = ends.getLong(row);
                if (end > newest[slot] && !unsettled.get(slot)) {
                    newest[slot] = end;
                    columns.read(chunk, row, slot);
                } else {
                    unsettled.set(slot);
                }
            }
        }
        requireAllowed();
        to.summaries(columns.rows());
    }

    /// Rows of a tier that are known to lie in order.
    void takeSettled(DuckDBDataChunkReader chunk, TierScan.Columns columns, TierSink to) {
        int count = Math.toIntExact(chunk.rowCount());
        columns.rows().clear(count);
        for (int row = 0; row < count; row++) {
            int slot = places.slotOf(chunk.vector(0).getLong(row));
            if (slot >= 0) {
                columns.read(chunk, row, slot);
            }
        }
        to.summaries(columns.rows());
    }

    @Override
    public boolean isWanted() {
        return sink.isWanted();
    }

    /// Ends the reading when nobody waits for it.
    void requireWanted() {
        if (!sink.isWanted()) {
            sink.points(slots, times, values, 0);
        }
    }

    private void requireAllowed() {
        if (points > maxPoints) {
            throw new TooManyPointsException(maxPoints);
        }
    }

    /// The series to be read again, in groups of at most so many.
    List<List<IndexedSeries>> unsettled(int atOnce) {
        var groups = new ArrayList<List<IndexedSeries>>();
        unsettled.stream()
                .forEach(slot -> {
                    if (groups.isEmpty() || groups.getLast().size() == atOnce) {
                        groups.add(new ArrayList<>());
                    }
                    groups.getLast().add(series.get(slot));
                    slotOfUnsettled.put(series.get(slot).key(), slot);
                });
        return groups;
    }

    void restart(Series settled) {
        int slot = slotOfUnsettled.getOrDefault(settled.key(), -1);
        sink.restart(slot);
        sink.run(slot, settled.times(), settled.values(), settled.length());
    }

    /// Begins series anew whose parts come one after the other.
    void restart(List<IndexedSeries> some) {
        some.forEach(one -> sink.restart(slotOfUnsettled.getOrDefault(one.key(), -1)));
    }

    void append(Series settled) {
        int slot = slotOfUnsettled.getOrDefault(settled.key(), -1);
        sink.run(slot, settled.times(), settled.values(), settled.length());
    }

    private void makeRoom(int rows) {
        if (rows > slots.length) {
            slots = new int[rows];
            times = new long[rows];
            values = new double[rows];
        }
    }
}

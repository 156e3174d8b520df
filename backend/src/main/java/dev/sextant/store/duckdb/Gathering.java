// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.PointBuffer;
import dev.sextant.store.TooManyPointsException;
import dev.sextant.store.recent.Unpacked;
import dev.sextant.telemetry.Series;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBDataChunkReader;
import org.jspecify.annotations.Nullable;

/// Points of several series on the heap, settled when all rows have passed.
final class Gathering implements SampleScanner.Taker {
    private final List<IndexedSeries> series;
    private final SeriesSlots slots;
    private final @Nullable PointBuffer[] buffers;
    private final long maxPoints;
    private long points;

    Gathering(List<IndexedSeries> series, long maxPoints) {
        this.series = series;
        this.slots = new SeriesSlots(series);
        this.buffers = new PointBuffer[series.size()];
        this.maxPoints = maxPoints;
    }

    @Override
    public void take(DuckDBDataChunkReader chunk) {
        var ids = chunk.vector(0);
        var times = chunk.vector(1);
        var values = chunk.vector(2);
        var ranks = chunk.vector(3);
        for (long row = 0, count = chunk.rowCount(); row < count; row++) {
            int slot = slots.slotOf(ids.getLong(row));
            if (slot >= 0) {
                buffer(slot).add(times.getLong(row), values.getDouble(row), ranks.getLong(row));
                points++;
            }
        }
        requireAllowed();
    }

    /// Memory and disk never have points of one hour both, so ranks need not be compared.
    @Override
    public void take(int slot, Unpacked more) {
        points += more.length();
        requireAllowed();
        var buffer = buffer(slot);
        for (int i = 0; i < more.length(); i++) {
            buffer.add(more.times()[i], more.values()[i], i);
        }
    }

    private void requireAllowed() {
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
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.store.Summaries;
import dev.sextant.store.TierSink;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Remembers when the newest point of each series was that passes. Stale markers are no points.
public final class NewestTimes implements TierSink {
    private static final long NEVER = Long.MIN_VALUE;

    private final TierSink next;
    private List<SeriesKey> keys = List.of();
    private long[] newest = {};

    /// @param next gets all that passes
    public NewestTimes(TierSink next) {
        this.next = next;
    }

    @Override
    public void begin(List<SeriesKey> series) {
        keys = series;
        newest = new long[series.size()];
        Arrays.fill(newest, NEVER);
        next.begin(series);
    }

    @Override
    public void points(int[] slots, long[] times, double[] values, int length) {
        for (int i = 0; i < length; i++) {
            saw(slots[i], times[i], values[i]);
        }
        next.points(slots, times, values, length);
    }

    @Override
    public void run(int slot, long[] times, double[] values, int length) {
        for (int i = length - 1; i >= 0; i--) {
            saw(slot, times[i], values[i]);
            if (newest[slot] >= times[i]) {
                break;
            }
        }
        next.run(slot, times, values, length);
    }

    @Override
    public void summaries(Summaries rows) {
        for (int row = 0; row < rows.length(); row++) {
            if (rows.points()[row] > 0) {
                int slot = rows.slots()[row];
                newest[slot] = Math.max(newest[slot], rows.lastTimes()[row]);
            }
        }
        next.summaries(rows);
    }

    @Override
    public void knownUntil(long epochMillis) {
        next.knownUntil(epochMillis);
    }

    @Override
    public void restart(int slot) {
        newest[slot] = NEVER;
        next.restart(slot);
    }

    @Override
    public boolean isWanted() {
        return next.isWanted();
    }

    /// The rows of whose series none has a point that is so new.
    ///
    /// @param staleAfter how far back from now the newest may lie
    /// @param rowOf the labels of the row that a series is part of
    public Set<Labels> rowsBefore(Duration staleAfter, Instant now, UnaryOperator<Labels> rowOf) {
        long border = now.minus(staleAfter).toEpochMilli();
        var rows = new HashSet<Labels>();
        for (int slot = 0; slot < newest.length; slot++) {
            if (newest[slot] < border) {
                rows.add(rowOf.apply(keys.get(slot).labels()));
            }
        }
        for (int slot = 0; slot < newest.length && !rows.isEmpty(); slot++) {
            if (newest[slot] >= border) {
                rows.remove(rowOf.apply(keys.get(slot).labels()));
            }
        }
        return rows;
    }

    private void saw(int slot, long time, double value) {
        if (time > newest[slot] && !Staleness.isMarker(value)) {
            newest[slot] = time;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.query.operator.Accumulator.Span;
import dev.sextant.store.Summaries;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.Arrays;
import java.util.List;

/// Turns points into one value per bucket while they pass: of each series only the bucket that it is in is kept, and the
/// values of those that are over. Stale markers are no points; a series whose newest is one has no last value.
public final class Reducer implements Gathering {
    private static final long NO_BUCKET = Long.MIN_VALUE;
    private static final long BYTES_PER_SLOT = 2 * Long.BYTES + Integer.BYTES + 1;

    private final Grid grid;
    private final Reduction reduction;
    private final Aggregation aggregation;
    private Rows rows = new Rows(List.of(), 0);
    private Accumulator kept = new Accumulator.Counts();
    private long[] starts = {};
    private long[] ends = {};
    private int[] counts = {};
    private boolean[] ended = {};
    private long knownUntil = Long.MAX_VALUE;

    public Reducer(Grid grid, Reduction reduction, Aggregation aggregation) {
        this.grid = grid;
        this.reduction = reduction;
        this.aggregation = aggregation;
    }

    @Override
    public void begin(List<SeriesKey> series) {
        int slots = series.size();
        rows = new Rows(series, grid.count());
        kept = Accumulator.of(aggregation, reduction.quantile(), slots);
        starts = new long[slots];
        ends = new long[slots];
        counts = new int[slots];
        ended = new boolean[slots];
        Arrays.fill(ends, NO_BUCKET);
    }

    @Override
    public void points(int[] slots, long[] times, double[] values, int length) {
        for (int i = 0; i < length; i++) {
            add(slots[i], times[i], values[i]);
        }
    }

    @Override
    public void run(int slot, long[] times, double[] values, int length) {
        for (int i = 0; i < length; i++) {
            add(slot, times[i], values[i]);
        }
    }

    @Override
    public boolean takesSummaries() {
        return aggregation.isSummable();
    }

    @Override
    public void summaries(Summaries summed) {
        for (int row = 0; row < summed.length(); row++) {
            int slot = summed.slots()[row];
            if (summed.ends()[row] > ends[slot]) {
                finish(slot);
                enter(slot, summed.ends()[row]);
            }
            ended[slot] = summed.ended()[row];
            if (summed.points()[row] > 0) {
                if (counts[slot] == 0) {
                    kept.start(slot, summed, row);
                } else {
                    kept.add(slot, summed, row);
                }
                counts[slot] += summed.points()[row];
            }
        }
    }

    /// A bucket of which only a part is known has no value.
    @Override
    public void knownUntil(long epochMillis) {
        knownUntil = epochMillis;
    }

    @Override
    public void restart(int slot) {
        rows.clear(slot);
        ends[slot] = NO_BUCKET;
        counts[slot] = 0;
    }

    @Override
    public long bytes() {
        return rows.bytes() + kept.bytes() + ends.length * BYTES_PER_SLOT;
    }

    @Override
    public List<Series> series() {
        for (int slot = 0; slot < ends.length; slot++) {
            finish(slot);
        }
        return rows.take();
    }

    private void add(int slot, long time, double value) {
        if (time > ends[slot]) {
            finish(slot);
            enter(slot, time);
        }
        boolean isEnd = Staleness.isMarker(value);
        ended[slot] = isEnd;
        if (!isEnd) {
            if (counts[slot]++ == 0) {
                kept.start(slot, time, value);
            } else {
                kept.add(slot, time, value);
            }
        }
    }

    private void enter(int slot, long time) {
        int bucket = grid.bucketOf(time);
        starts[slot] = grid.startOf(bucket);
        ends[slot] = grid.endOf(bucket);
        counts[slot] = 0;
    }

    /// The value of the bucket that a series leaves, when it has enough points.
    private void finish(int slot) {
        int points = counts[slot];
        boolean isOver =
                ends[slot] > knownUntil || (aggregation == Aggregation.LAST && ended[slot]);
        if (points >= aggregation.neededPoints() && !isOver) {
            double value = kept.value(slot, points, new Span(starts[slot], ends[slot]));
            rows.add(slot, ends[slot], value);
        }
        counts[slot] = 0;
    }
}

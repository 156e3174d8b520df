// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The newest value of each series, stamped with the end of the window: what [Reducer] makes of it, with less ado where all
/// series of a tenant are asked for. A series whose newest point is a stale marker has none.
public final class NewestValues implements Gathering {
    private static final long BYTES_PER_SLOT = Long.BYTES + Double.BYTES + 1;

    private final Grid grid;
    private List<SeriesKey> keys = List.of();
    private double[] values = {};
    private boolean[] known = {};

    /// @param grid of one bucket
    public NewestValues(Grid grid) {
        this.grid = grid;
    }

    @Override
    public void begin(List<SeriesKey> series) {
        keys = series;
        values = new double[series.size()];
        known = new boolean[series.size()];
    }

    @Override
    public void points(int[] slots, long[] times, double[] more, int length) {
        for (int i = 0; i < length; i++) {
            values[slots[i]] = more[i];
            known[slots[i]] = !Staleness.isMarker(more[i]);
        }
    }

    @Override
    public void restart(int slot) {
        known[slot] = false;
    }

    @Override
    public long bytes() {
        return values.length * BYTES_PER_SLOT;
    }

    @Override
    public List<Series> series() {
        // All of them share it, as nobody changes the arrays of a series.
        var end = new long[] {grid.endOf(0)};
        var series = new ArrayList<Series>(values.length);
        for (int slot = 0; slot < values.length; slot++) {
            if (known[slot]) {
                series.add(
                        new Series(
                                keys.get(slot), end, Arrays.copyOfRange(values, slot, slot + 1)));
            }
        }
        return series;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import java.util.Arrays;
import java.util.List;

/// From a series' number to its place in a list, without boxing: asked once per row of a scan.
final class SeriesSlots {
    private static final int ABSENT = -1;

    private final long[] ids;
    private final int[] slots;
    private final int mask;

    SeriesSlots(List<IndexedSeries> series) {
        int capacity = Integer.highestOneBit(Math.max(8, series.size()) * 2 - 1) * 2;
        ids = new long[capacity];
        slots = new int[capacity];
        mask = capacity - 1;
        Arrays.fill(slots, ABSENT);
        for (int slot = 0; slot < series.size(); slot++) {
            int place = place(series.get(slot).id());
            ids[place] = series.get(slot).id();
            slots[place] = slot;
        }
    }

    /// The place of a series, negative when it is not in the list.
    int slotOf(long id) {
        return slots[place(id)];
    }

    private int place(long id) {
        int place = (int) (id * 0x9E3779B97F4A7C15L >>> 40) & mask;
        while (slots[place] != ABSENT && ids[place] != id) {
            place = (place + 1) & mask;
        }
        return place;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.store.PointSink;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts points of a source where the store's reader expects them: series that were not found before are left out, and so
/// are points beyond the range and those that do not come later than the one before.
final class SlotSink implements LabelledPoints {
    private final Map<Labels, Integer> slots = new HashMap<>();
    private final long[] newest;
    private final long to;
    private final PointSink sink;
    private int[] slotOfEach = {};

    SlotSink(List<SeriesKey> keys, TimeRange range, PointSink sink) {
        for (int slot = 0; slot < keys.size(); slot++) {
            slots.put(keys.get(slot).labels(), slot);
        }
        newest = new long[keys.size()];
        Arrays.fill(newest, range.from().toEpochMilli());
        to = range.to().toEpochMilli();
        this.sink = sink;
    }

    @Override
    public void points(Labels labels, long[] times, double[] values, int length) {
        var slot = slots.get(labels);
        if (slot == null) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < length; i++) {
            if (times[i] > newest[slot] && times[i] <= to) {
                newest[slot] = times[i];
                times[kept] = times[i];
                values[kept++] = values[i];
            }
        }
        if (kept > 0) {
            if (slotOfEach.length < kept) {
                slotOfEach = new int[Math.max(kept, 1_024)];
            }
            Arrays.fill(slotOfEach, 0, kept, slot);
            sink.points(slotOfEach, times, values, kept);
        }
    }
}

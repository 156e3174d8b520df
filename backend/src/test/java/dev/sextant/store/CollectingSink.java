// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.telemetry.SeriesKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Keeps what a reader hands over, and sees to it that the points of a series come in order.
public final class CollectingSink implements PointSink {
    private List<SeriesKey> series = List.of();
    private final List<TreeMap<Long, Double>> points = new ArrayList<>();

    @Override
    public void begin(List<SeriesKey> all) {
        assertThat(series).isEmpty();
        series = all;
        all.forEach(_ -> points.add(new TreeMap<>()));
    }

    @Override
    public void points(int[] slots, long[] times, double[] values, int length) {
        for (int i = 0; i < length; i++) {
            var of = points.get(slots[i]);
            assertThat(of.isEmpty() || of.lastKey() < times[i]).isTrue();
            of.put(times[i], values[i]);
        }
    }

    @Override
    public void restart(int slot) {
        points.get(slot).clear();
    }

    public List<SeriesKey> series() {
        return series;
    }

    /// Series without points are left out.
    public Map<SeriesKey, Map<Long, Double>> collected() {
        var collected = new HashMap<SeriesKey, Map<Long, Double>>();
        for (int slot = 0; slot < series.size(); slot++) {
            if (!points.get(slot).isEmpty()) {
                collected.put(series.get(slot), points.get(slot));
            }
        }
        return collected;
    }
}

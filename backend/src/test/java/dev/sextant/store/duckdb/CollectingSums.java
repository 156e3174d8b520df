// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import dev.sextant.store.Summaries;
import dev.sextant.store.TierSink;
import dev.sextant.telemetry.SeriesKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts and adds up what a store hands over, whether points or rows.
final class CollectingSums implements TierSink {
    private final Map<String, Long> points = new HashMap<>();
    private final Map<String, Double> sums = new HashMap<>();
    private List<SeriesKey> keys = List.of();
    private int rows;

    @Override
    public void begin(List<SeriesKey> series) {
        keys = series;
    }

    @Override
    public void points(int[] slots, long[] times, double[] values, int length) {
        for (int i = 0; i < length; i++) {
            add(slots[i], 1, values[i]);
        }
    }

    @Override
    public void summaries(Summaries summed) {
        rows += summed.length();
        for (int row = 0; row < summed.length(); row++) {
            add(summed.slots()[row], summed.points()[row], summed.sums()[row]);
        }
    }

    @Override
    public void knownUntil(long epochMillis) {
        // Nothing that counts points cares.
    }

    @Override
    public void restart(int slot) {
        points.remove(host(slot));
        sums.remove(host(slot));
    }

    /// By host.
    Map<String, Long> points() {
        return points;
    }

    double total() {
        return sums.values().stream().mapToDouble(sum -> sum).sum();
    }

    /// How many rows came.
    int rows() {
        return rows;
    }

    private void add(int slot, long count, double sum) {
        points.merge(host(slot), count, Long::sum);
        sums.merge(host(slot), sum, Double::sum);
    }

    private String host(int slot) {
        return String.valueOf(keys.get(slot).labels().value("host"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.telemetry.Series;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Several series at the same times, NaN where one has no point.
record Alignment(long[] times, Map<Series, double[]> values) {
    static Alignment of(List<Series> rows) {
        var times =
                rows.stream()
                        .flatMapToLong(series -> Arrays.stream(series.times()))
                        .distinct()
                        .sorted()
                        .toArray();
        var values = new LinkedHashMap<Series, double[]>();
        for (var series : rows) {
            var aligned = new double[times.length];
            Arrays.fill(aligned, Double.NaN);
            for (int i = 0; i < series.length(); i++) {
                aligned[Arrays.binarySearch(times, series.times()[i])] = series.values()[i];
            }
            values.put(series, aligned);
        }
        return new Alignment(times, values);
    }

    /// The first place at that time or later; the last one when there is none.
    int place(long time) {
        int found = Arrays.binarySearch(times, time);
        return Math.min(found >= 0 ? found : -found - 1, times.length - 1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.telemetry.Series;
import java.util.Arrays;
import java.util.List;

/// Several series on one grid of equal steps, NaN where one has no point: what methods want that move series against each other.
///
/// @param first time of the first value, epoch milliseconds
/// @param step milliseconds between two values
/// @param values one array per series, in their order, all as long
record SharedSteps(long first, long step, List<double[]> values) {
    private static final long SOME_STEP = 60_000;

    /// The step is the widest of the usual distances, so that none has gaps only because another is denser; of several points of
    /// one step the last one counts.
    ///
    /// @param most how many of the newest steps are kept
    static SharedSteps of(List<Series> rows, int most) {
        var seen = rows.stream().filter(series -> series.length() > 0).toList();
        long last = seen.stream().mapToLong(SharedSteps::newest).max().orElse(0);
        long oldest = seen.stream().mapToLong(series -> series.times()[0]).min().orElse(0);
        long step =
                seen.stream()
                        .filter(series -> series.length() > 1)
                        .mapToLong(series -> EqualSteps.usualDistance(series.times()))
                        .max()
                        .orElse(SOME_STEP);
        int length = seen.isEmpty() ? 0 : (int) Math.min(most - 1L, (last - oldest) / step) + 1;
        long first = last - (length - 1) * step;
        return new SharedSteps(
                first, step, rows.stream().map(row -> laid(row, first, step, length)).toList());
    }

    private static long newest(Series series) {
        return series.times()[series.length() - 1];
    }

    private static double[] laid(Series series, long first, long step, int length) {
        var values = new double[length];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < series.length(); i++) {
            long place = Math.floorDiv(series.times()[i] - first + step / 2, step);
            if (place >= 0 && place < length && Double.isFinite(series.values()[i])) {
                values[(int) place] = series.values()[i];
            }
        }
        return values;
    }

    int length() {
        return values.isEmpty() ? 0 : values.getFirst().length;
    }

    long time(long place) {
        return first + place * step;
    }

    /// The first place at that time or later; the last one when there is none.
    int place(long time) {
        return (int) Math.clamp(Math.ceilDiv(time - first, step), 0, Math.max(0, length() - 1));
    }
}

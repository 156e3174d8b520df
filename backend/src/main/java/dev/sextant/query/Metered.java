// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.query.operator.Gathering;
import dev.sextant.store.PointSink;
import dev.sextant.store.TooManyPointsException;
import dev.sextant.telemetry.SeriesKey;
import java.util.List;

/// Counts what passes on its way, and stops the reading when it is more than allowed.
final class Metered implements PointSink {
    private final Gathering into;
    private final long maxPoints;
    private long series;
    private long points;

    Metered(Gathering into, long maxPoints) {
        this.into = into;
        this.maxPoints = maxPoints;
    }

    @Override
    public void begin(List<SeriesKey> keys) {
        series = keys.size();
        into.begin(keys);
    }

    @Override
    public void points(int[] slots, long[] times, double[] values, int length) {
        points += length;
        if (points > maxPoints) {
            throw new TooManyPointsException(maxPoints);
        }
        into.points(slots, times, values, length);
    }

    @Override
    public void restart(int slot) {
        into.restart(slot);
    }

    /// How many series were looked at.
    long series() {
        return series;
    }

    /// How many points were read.
    long points() {
        return points;
    }
}

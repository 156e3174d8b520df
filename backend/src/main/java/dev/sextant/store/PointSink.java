// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import dev.sextant.telemetry.SeriesKey;
import java.util.Arrays;
import java.util.List;

/// Takes the points of a selection while they are read, so that nobody has to hold all of them. What it throws ends the
/// reading.
public interface PointSink {
    /// Called once, before any points.
    ///
    /// @param series all that meet the selection, with or without points, in order of their keys; their places in this
    ///     list are the slots
    void begin(List<SeriesKey> series);

    /// Points of any series, those of one series in order of time. The arrays are the reader's and change after the call.
    ///
    /// @param slots whose point it is
    /// @param length how many of the arrays' places hold points
    void points(int[] slots, long[] times, double[] values, int length);

    /// Points of one series in order of time, which many at once of one series are handed over by.
    default void run(int slot, long[] times, double[] values, int length) {
        var slots = new int[length];
        Arrays.fill(slots, slot);
        points(slots, times, values, length);
    }

    /// What was handed over of this series did not lie in order: it is void, and its points come again from the first.
    void restart(int slot);

    /// Whether anybody still waits for the points. Asked by another thread, too, while a store looks for the next ones; a
    /// store that stops for it ends the reading by whatever [#points] throws when it is given none.
    default boolean isWanted() {
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import java.time.Duration;
import java.time.Instant;

/// Slots of an interval: the multiples of the interval since the epoch, the same on every node and after every restart.
final class SlotGrid {
    private SlotGrid() {}

    /// The newest slot that is not after a moment.
    static Instant floor(Instant moment, Duration every) {
        var millis = every.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(moment.toEpochMilli(), millis) * millis);
    }

    /// How many slots there are after one moment up to and including another.
    static long count(Instant after, Instant through, Duration every) {
        var millis = every.toMillis();
        return Math.max(
                0,
                Math.floorDiv(through.toEpochMilli(), millis)
                        - Math.floorDiv(after.toEpochMilli(), millis));
    }
}

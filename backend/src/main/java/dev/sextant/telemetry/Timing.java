// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import java.time.Duration;
import java.time.Instant;

/// The slots of a rule: the same on every node and after every restart.
public sealed interface Timing permits Interval, CronTimes {
    /// The first slot after a moment.
    Instant next(Instant after);

    /// The newest slot that is not after a moment.
    Instant newest(Instant until);

    /// How often to look for a slot that is due: slots are multiples of it on the epoch grid.
    Duration beat();

    /// As its author wrote it, such as "30s" or "*/10 * * * * (Europe/Berlin)".
    String text();

    /// How long so many slots take, on average where they are not evenly spread.
    default Duration span(int slots) {
        var first = next(Instant.EPOCH);
        var last = first;
        for (int i = 0; i < slots; i++) {
            last = next(last);
        }
        return Duration.between(first, last);
    }

    /// How long it is from a slot to the one after it.
    default Duration distance(Instant slot) {
        return Duration.between(slot, next(slot));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import java.time.Duration;
import java.time.Instant;

/// Slots at the multiples of an interval since the epoch.
///
/// @param every at least a millisecond
public record Interval(Duration every) implements Timing {
    @Override
    public Instant next(Instant after) {
        return newest(after).plus(every);
    }

    @Override
    public Instant newest(Instant until) {
        long millis = every.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(until.toEpochMilli(), millis) * millis);
    }

    @Override
    public Duration beat() {
        return every;
    }

    @Override
    public String text() {
        return Durations.format(every);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time, open at the start and closed at the end: {@code (from, to]}, so that neighbouring ranges share no sample.
public record TimeRange(Instant from, Instant to) {
    public TimeRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "time range ends at %s, before its start %s".formatted(to, from));
        }
    }

    public static TimeRange last(Duration length, Instant now) {
        return new TimeRange(now.minus(length), now);
    }

    public boolean contains(long epochMillis) {
        return epochMillis > from.toEpochMilli() && epochMillis <= to.toEpochMilli();
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}

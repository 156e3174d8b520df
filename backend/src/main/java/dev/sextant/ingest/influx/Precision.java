// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.influx;

import java.util.Optional;

/// What a time in the lines counts.
enum Precision {
    NANOSECONDS(1, 1_000_000),
    MICROSECONDS(1, 1_000),
    MILLISECONDS(1, 1),
    SECONDS(1_000, 1),
    MINUTES(60_000, 1),
    HOURS(3_600_000, 1);

    private final long up;
    private final long down;

    Precision(long up, long down) {
        this.up = up;
        this.down = down;
    }

    /// The precision by the names that both versions give it; nanoseconds when none is given.
    static Optional<Precision> of(String name) {
        return switch (name) {
            case "", "n", "ns" -> Optional.of(NANOSECONDS);
            case "u", "us", "µ", "µs" -> Optional.of(MICROSECONDS);
            case "ms" -> Optional.of(MILLISECONDS);
            case "s" -> Optional.of(SECONDS);
            case "m" -> Optional.of(MINUTES);
            case "h" -> Optional.of(HOURS);
            default -> Optional.empty();
        };
    }

    /// @throws ArithmeticException when no long holds the result
    long toMillis(long time) {
        return Math.multiplyExact(Math.floorDiv(time, down), up);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much time one row sums up. Rows lie on the epoch grid, open at their start and closed at their end, as buckets of
/// queries do.
public enum Tier {
    FIVE_MINUTES(Duration.ofMinutes(5), "5m"),
    HOUR(Duration.ofHours(1), "1h");

    private final long millis;
    private final String text;

    Tier(Duration length, String text) {
        this.millis = length.toMillis();
        this.text = text;
    }

    public long millis() {
        return millis;
    }

    /// As durations are written, which is its name on disk, too.
    public String text() {
        return text;
    }

    /// The end of the row that a time lies in.
    public long endOf(long epochMillis) {
        return -Math.floorDiv(-epochMillis, millis) * millis;
    }

    /// The end of the last row that is over at a time.
    public long lastEnd(long epochMillis) {
        return Math.floorDiv(epochMillis, millis) * millis;
    }

    /// The longest whose rows fill buckets of a step without remainder.
    public static Optional<Tier> filling(@Nullable Duration step) {
        if (step == null) {
            return Optional.empty();
        }
        return step.toMillis() % HOUR.millis == 0
                ? Optional.of(HOUR)
                : Optional.of(FIVE_MINUTES).filter(tier -> step.toMillis() % tier.millis == 0);
    }
}

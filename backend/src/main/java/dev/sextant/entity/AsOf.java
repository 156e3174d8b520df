// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// The parameters that all lists of this room have.
final class AsOf {
    private static final int MAX_LIMIT = 1_000;

    private AsOf() {}

    /// The time that is asked about: RFC 3339 or epoch milliseconds; now when left out.
    static Instant read(@Nullable String asOf, Instant now) {
        return read("asOf", asOf, now);
    }

    /// A time from a parameter of that name, the usual one when it is left out.
    static Instant read(String name, @Nullable String time, Instant usual) {
        if (time == null || time.isBlank()) {
            return usual;
        }
        if (time.matches("\\d{1,15}")) {
            return Instant.ofEpochMilli(Long.parseLong(time));
        }
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException _) {
            throw new IllegalArgumentException(
                    "%s is a time such as 2026-03-02T10:00:00Z or epoch milliseconds, not \"%s\""
                            .formatted(
                                    name, time.length() > 40 ? time.substring(0, 40) + "…" : time));
        }
    }

    static int limit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "limit is %d; use 1 to %,d".formatted(limit, MAX_LIMIT));
        }
        return limit;
    }
}

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
        if (asOf == null || asOf.isBlank()) {
            return now;
        }
        if (asOf.matches("\\d{1,15}")) {
            return Instant.ofEpochMilli(Long.parseLong(asOf));
        }
        try {
            return Instant.parse(asOf);
        } catch (DateTimeParseException _) {
            throw new IllegalArgumentException(
                    "asOf is a time such as 2026-03-02T10:00:00Z or epoch milliseconds, not \"%s\""
                            .formatted(asOf.length() > 40 ? asOf.substring(0, 40) + "…" : asOf));
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

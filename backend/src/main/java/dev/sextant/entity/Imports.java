// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all imports of this room have in common.
final class Imports {
    private static final int MOST = 5_000;

    private Imports() {}

    /// The time of an import; databases keep no finer one.
    static Instant now(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// The things to be imported.
    ///
    /// @param what they are called, such as `entities`
    /// @param example what a body looks like
    static <T> List<T> items(@Nullable List<T> items, String what, String example) {
        if (items == null) {
            throw new IllegalArgumentException("send " + example);
        }
        if (items.size() > MOST) {
            throw new IllegalArgumentException(
                    "an import has at most %,d %s, this one has %,d: send several"
                            .formatted(MOST, what, items.size()));
        }
        return items;
    }
}

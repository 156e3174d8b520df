// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import dev.sextant.rule.RuleHeader;
import dev.sextant.telemetry.Durations;
import java.time.Duration;
import java.time.Instant;

/// A regular tick that many rules share: every {@code every} on the epoch grid, shifted by {@code offset}. Rules of the same
/// interval and delay have the same beat, so there are few beats however many rules there are.
///
/// @param offset at least zero, shorter than {@code every}
public record Beat(Duration every, Duration offset) {
    public static Beat of(RuleHeader header) {
        var every = header.every().toMillis();
        return new Beat(header.every(), Duration.ofMillis(header.delay().toMillis() % every));
    }

    /// The first tick after a moment.
    public Instant next(Instant after) {
        return SlotGrid.floor(after.minus(offset), every).plus(every).plus(offset);
    }

    /// A name that no other beat has.
    public String name() {
        return Durations.format(every) + "+" + Durations.format(offset);
    }
}

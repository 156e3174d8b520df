// SPDX-License-Identifier: Apache-2.0
package dev.sextant.schedule;

import dev.sextant.rule.RuleHeader;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Interval;
import java.time.Duration;
import java.time.Instant;

/// A regular tick that many rules share: every {@code every} on the epoch grid, shifted by {@code offset}. Rules of the same
/// interval and delay have the same beat, so there are few beats however many rules there are.
///
/// @param offset at least zero, shorter than {@code every}
public record Beat(Duration every, Duration offset) {
    public static Beat of(RuleHeader header) {
        var every = header.timing().beat();
        return new Beat(every, Duration.ofMillis(header.delay().toMillis() % every.toMillis()));
    }

    /// The first tick after a moment.
    public Instant next(Instant after) {
        return new Interval(every).next(after.minus(offset)).plus(offset);
    }

    /// A name that no other beat has.
    public String name() {
        return Durations.format(every) + "+" + Durations.format(offset);
    }
}

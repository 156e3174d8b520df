// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.telemetry.TimeRange;
import java.time.Duration;
import java.time.Instant;

/// The stretch of time that a selection looks at. With an offset it looks that much further back, and its points are
/// stamped that much later, so that last week lies over today.
public sealed interface Window {
    Duration offset();

    /// The range of the samples to read at an evaluation time, offset included.
    default TimeRange at(Instant now) {
        return switch (this) {
            case Last(var length, var offset) -> TimeRange.last(length, now.minus(offset));
            case Fixed(var range, var offset) ->
                    new TimeRange(range.from().minus(offset), range.to().minus(offset));
        };
    }

    /// Whether it says how things are now: up to the evaluation time, with no offset.
    default boolean endsNow() {
        return this instanceof Last(_, var offset) && offset.isZero();
    }

    /// The window that looks so much further back.
    default Window earlier(Duration by) {
        return switch (this) {
            case Last(var length, var offset) -> new Last(length, offset.plus(by));
            case Fixed(var range, var offset) -> new Fixed(range, offset.plus(by));
        };
    }

    /// Up to the evaluation time.
    record Last(Duration length, Duration offset) implements Window {}

    /// The same whenever it is asked.
    record Fixed(TimeRange range, Duration offset) implements Window {}
}

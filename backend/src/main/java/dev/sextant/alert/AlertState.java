// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.time.Instant;

/// Where one alert stands. A state holds exactly the times that mean something in it, no others.
public sealed interface AlertState {
    /// Not bad, or no longer bad before it fired.
    record Inactive() implements AlertState {}

    /// Bad since then, not yet for long enough.
    record Pending(Instant since) implements AlertState {}

    /// Fires since `since`, was last seen bad at `lastSeen`.
    record Firing(Instant since, Instant lastSeen) implements AlertState {}

    /// Fired since `since`, ended at `at`.
    record Resolved(Instant since, Instant at) implements AlertState {}

    default Stage stage() {
        return switch (this) {
            case Inactive() -> Stage.INACTIVE;
            case Pending(_) -> Stage.PENDING;
            case Firing(_, _) -> Stage.FIRING;
            case Resolved(_, _) -> Stage.RESOLVED;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.time.Instant;

/// One step in the life of an alert.
///
/// @param alert the alert after the step
/// @param from the stage before; the same as [#to] when only its severity changed, its suppression ended, it is told again,
///     or it began or ceased to be held because it comes and goes
/// @param evidence what the finding that caused the step said; at an end that is not the alert's own evidence, which stays
///     the last that was bad
public record Transition(Alert alert, Instant at, Stage from, Evidence evidence, Notice notice) {
    public Stage to() {
        return alert.stage();
    }

    /// The step as the alert's time line keeps it.
    public TimelineEntry entry() {
        return new TimelineEntry(
                at,
                from,
                to(),
                new TimelineEntry.Symptom(alert.severity(), evidence.value(), evidence.reason()));
    }
}

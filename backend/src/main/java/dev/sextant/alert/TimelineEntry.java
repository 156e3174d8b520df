// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A [Transition] as it is kept with its alert.
public record TimelineEntry(Instant at, Stage from, Stage to, Symptom symptom) {
    /// How bad it was and why.
    public record Symptom(Severity severity, @Nullable Double value, @Nullable Text reason) {}
}

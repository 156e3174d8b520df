// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a rule's findings become alerts; the header's `fire` of the rule.
///
/// @param holdFor how long it must be bad before an alert fires (`for`); zero: at once
/// @param keepFor how long an alert goes on firing after it was last seen bad (`keep`); zero: not at all
/// @param clearBelow a firing alert is well only when its score (its value where there is no score) is below this; null:
///     what the script calls clear is clear
/// @param flapping when it is held because it comes and goes; null: never
/// @param repeatAfter how long after receivers were told that it fires they are told again; zero: they are not
public record AlertPolicy(
        Duration holdFor,
        Duration keepFor,
        @Nullable Double clearBelow,
        @Nullable Flapping flapping,
        Duration repeatAfter) {

    public AlertPolicy {
        if (holdFor.isNegative()) {
            throw new IllegalArgumentException("fire.for must not be negative: " + holdFor);
        }
        if (keepFor.isNegative()) {
            throw new IllegalArgumentException("fire.keep must not be negative: " + keepFor);
        }
        if (clearBelow != null && !Double.isFinite(clearBelow)) {
            throw new IllegalArgumentException("fire.clearBelow must be a number: " + clearBelow);
        }
        if (repeatAfter.isNegative()) {
            throw new IllegalArgumentException("fire.repeat must not be negative: " + repeatAfter);
        }
    }

    /// A policy that holds back nothing and tells nothing twice.
    public AlertPolicy(Duration holdFor, Duration keepFor, @Nullable Double clearBelow) {
        this(holdFor, keepFor, clearBelow, null, Duration.ZERO);
    }

    /// What holds for a rule that declares nothing: fire at once, clear at once.
    public static AlertPolicy immediate() {
        return new AlertPolicy(Duration.ZERO, Duration.ZERO, null);
    }
}

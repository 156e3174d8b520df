// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import dev.sextant.telemetry.Labels;

/// What a script judged of one subject. That a script failed or never mentioned a subject is not a finding; see
/// [AlertLifecycle].
public sealed interface Finding {
    Labels labels();

    Evidence evidence();

    /// It is bad.
    record Fire(Labels labels, Severity severity, Evidence evidence) implements Finding {}

    /// It is well.
    record Clear(Labels labels, Evidence evidence) implements Finding {}

    /// It is bad, and a known cause is alerted elsewhere: nobody is told, no alert is opened; one that is open goes on.
    record Suppressed(Labels labels, Severity severity, Evidence evidence) implements Finding {}

    /// The script looked and could not tell: never a reason to say that all is well.
    record Unknown(Labels labels, Evidence evidence) implements Finding {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.time.Instant;

/// Whether the rule can see the subject of an alert. It stands beside the [AlertState] and never changes it: a rule that
/// can't look must not say that all is well.
public sealed interface Condition {
    /// Seen in the last evaluation.
    record Ok() implements Condition {}

    /// Since then the rule sees nothing of the subject, or can't tell.
    record NoData(Instant since) implements Condition {}

    /// Since then the rule's evaluations fail.
    record Error(Instant since) implements Condition {}

    /// The word of the REST surface: `ok`, `noData`, `error`.
    default String text() {
        return switch (this) {
            case Ok() -> "ok";
            case NoData(_) -> "noData";
            case Error(_) -> "error";
        };
    }
}

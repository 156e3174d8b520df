// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import java.util.Locale;

/// How a slot of a rule ended.
public enum Outcome {
    /// The script ran and judged.
    COMPLETED,
    /// The script threw, or answered something that is no verdict.
    FAILED,
    /// The script passed one of its limits and was stopped.
    LIMIT,
    /// The worker died under the script, or broke the protocol.
    LOST,
    /// The slot was not evaluated; the reason says why.
    SKIPPED;

    /// As REST and the database write it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Outcome of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}

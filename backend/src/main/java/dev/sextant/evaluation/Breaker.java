// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The circuit breaker of one version of one rule: how often in a row it failed, and until when it is left alone for that.
/// A pure value. It opens after [#BORDER] failures in a row; the first slot after the pause is evaluated (half open):
/// success closes it, one more failure doubles the pause. A new version of the rule starts with a closed one.
///
/// @param failures in a row, of this version
/// @param until slots before this are skipped; null while it is closed
/// @param reason of the last failure; null when there is none
public record Breaker(int version, int failures, @Nullable Instant until, @Nullable String reason) {
    /// Failures in a row after which it opens.
    public static final int BORDER = 5;

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /// A script that fails at once costs little, and what it lacks may come at any time.
    private static final Duration LONGEST_PAUSE_OF_ERRORS = Duration.ofMinutes(2);

    private static final int MOST_DOUBLINGS = 10;

    static Breaker closed(int version) {
        return new Breaker(version, 0, null, null);
    }

    /// Whether a slot of a version of the rule is to be skipped.
    boolean isOpen(int ofVersion, Instant slot) {
        return until != null && version == ofVersion && slot.isBefore(until);
    }

    /// The breaker after a slot.
    ///
    /// @param every the rule's interval
    Breaker after(LedgerEntry entry, Duration every) {
        return switch (entry.outcome()) {
            case COMPLETED -> closed(entry.ruleVersion());
            case SKIPPED -> this;
            case FAILED -> failed(entry, every, LONGEST_PAUSE_OF_ERRORS);
            case LIMIT, LOST -> failed(entry, every, LONGEST_PAUSE);
        };
    }

    private Breaker failed(LedgerEntry entry, Duration every, Duration longest) {
        int inRow = (entry.ruleVersion() == version ? failures : 0) + 1;
        var pausedUntil = inRow < BORDER ? null : entry.slot().plus(pause(inRow, every, longest));
        return new Breaker(entry.ruleVersion(), inRow, pausedUntil, entry.reason());
    }

    private static Duration pause(int inRow, Duration every, Duration longest) {
        var first = every.multipliedBy(2);
        var shortest = first.compareTo(SHORTEST_PAUSE) > 0 ? first : SHORTEST_PAUSE;
        var pause = shortest.multipliedBy(1L << Math.min(inRow - BORDER, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}

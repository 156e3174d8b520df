// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.Locale;

/// One point from which on a series behaves otherwise.
///
/// @param index the first index of the new behaviour in the array that was given, missing points counted
/// @param score what the change gains over the least that would have been enough; 1.0 is the border, never NaN
/// @param confidence one minus the probability that noise alone would show as much, 0 to 1
/// @param before median of the values from the change before (or the start) to this one, in the series' own unit
/// @param after median of the values from this change to the next (or the end), in the series' own unit
/// @param lower where the usual range of values before the change begins, in the series' own unit
/// @param upper where it ends
/// @param direction where the level went
public record Change(
        int index,
        double score,
        double confidence,
        double before,
        double after,
        double lower,
        double upper,
        Direction direction) {

    /// What the values would have been without the change: the level before it, in the series' own unit.
    public double expected() {
        return before;
    }

    /// The change in a sentence, as scripts and pages show it.
    public String explanation() {
        var what =
                switch (direction) {
                    case UP -> "level rises";
                    case DOWN -> "level falls";
                    case SAME -> "slope or spread changes at a level";
                };
        return String.format(
                Locale.ROOT,
                "%s from %.4g to %.4g at point %d (score %.2f, confidence %.3f)",
                what,
                before,
                after,
                index,
                score,
                confidence);
    }
}

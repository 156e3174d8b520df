// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import java.util.Locale;

/// A metric with how much and how early it moved.
///
/// @param name as it was given
/// @param score shift over three deviations of its quiet time: 1.0 is the border; never NaN
/// @param before median before, in the metric's own unit; NaN where it has no value
/// @param after median from the beginning on, in the metric's own unit; NaN where it has no value
/// @param onset points from the beginning to its departure, -1 where it has none
public record RankedMetric(String name, double score, double before, double after, int onset) {
    /// The rank in a sentence, as scripts and pages show it.
    public String explanation() {
        return String.format(
                Locale.ROOT,
                "%s moves from %.4g to %.4g, %.1f times what noise explains, %s",
                name,
                before,
                after,
                score,
                onset < 0 ? "at no clear time" : "%d points after the beginning".formatted(onset));
    }
}

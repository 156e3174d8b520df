// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import dev.sextant.algorithm.change.Direction;

/// What is to be explained.
///
/// @param symptom the node that was seen to suffer
/// @param began first index of the trouble in the series; what lies before is quiet
/// @param recent how many points just before `began` tell the level; the rest of the quiet time tells the noise. At least 1
/// @param worse where the metric goes when things are bad; [Direction#SAME] where that is not known
public record Incident(String symptom, int began, int recent, Direction worse) {
    public Incident {
        if (began < 0 || recent < 1) {
            throw new IllegalArgumentException(
                    "an incident begins at 0 or later and looks at 1 recent point or more, not %d and %d"
                            .formatted(began, recent));
        }
    }
}

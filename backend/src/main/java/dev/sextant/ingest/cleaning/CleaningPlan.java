// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The steps that a tenant saved.
///
/// @param version 0 as long as nothing was saved; each saving adds one
public record CleaningPlan(
        int version,
        List<StepDraft> steps,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy) {
    public CleaningPlan {
        steps = List.copyOf(steps);
    }

    /// What a tenant has that never saved any.
    public static CleaningPlan none() {
        return new CleaningPlan(0, List.of(), null, null);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one query of the script took.
///
/// @param metrics that it named, in order
/// @param series series that were looked at
/// @param bytes memory that was kept while it was answered
/// @param problem code of the refusal; null when it was answered
public record QueryUse(
        List<String> metrics,
        long series,
        long points,
        long bytes,
        long millis,
        @Nullable String problem) {
    public QueryUse {
        metrics = List.copyOf(metrics);
    }
}

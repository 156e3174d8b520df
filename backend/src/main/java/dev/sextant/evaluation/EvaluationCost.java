// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.evaluation.host.QueryUse;
import dev.sextant.script.LimitUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an evaluation used.
///
/// @param series series read, those of each host call added up
/// @param points points read, those of each host call added up
/// @param cpuMillis CPU time of its worker, the compiling of the script included
/// @param limits times that it used, with what was allowed; empty for entries of older versions
/// @param queries what the first host calls took, one by one; empty for entries of older versions
/// @param metrics names of the metrics that it read, in order, not all of very many; empty for entries of older versions
public record EvaluationCost(
        long series,
        long points,
        int hostCalls,
        long durationMillis,
        long cpuMillis,
        @Nullable List<LimitUse> limits,
        @Nullable List<QueryUse> queries,
        @Nullable List<String> metrics) {
    public EvaluationCost {
        limits = limits == null ? List.of() : List.copyOf(limits);
        queries = queries == null ? List.of() : List.copyOf(queries);
        metrics = metrics == null ? List.of() : List.copyOf(metrics);
    }

    public static EvaluationCost none() {
        return new EvaluationCost(0, 0, 0, 0, 0, List.of(), List.of(), List.of());
    }

    /// Whether it read the metric, as far as is remembered.
    public boolean hasRead(String metric) {
        return metrics != null && metrics.contains(metric);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says what a metric could feed. The same for all tenants: it looks at nothing but what is handed over.
@FunctionalInterface
public interface MetricFits {
    /// @param labels names of the labels that the metric's series have
    /// @return best first; empty when nothing fits
    List<Fit> fits(MetricMetadata metric, Set<String> labels);

    /// A ready-made rule that the metric could feed.
    ///
    /// @param reads the metric that the rule reads as it stands
    /// @param score from 0 to 1; 1 when the rule reads this very metric
    /// @param reasons why it fits: "metric", "words", "unit" or "labels", each with what is shared
    record Fit(
            String rule,
            String language,
            Map<String, String> title,
            String reads,
            double score,
            Map<String, String> reasons) {
        public Fit {
            title = Map.copyOf(title);
            reasons = Map.copyOf(reasons);
        }
    }
}

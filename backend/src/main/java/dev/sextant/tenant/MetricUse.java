// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that reads a metric, or may.
///
/// @param kind what it is, as in REST: "rule"
/// @param title by language tag
/// @param through names of modules that name the metric, where it is not the thing itself
/// @param askedAt when it last asked for the metric; null when it has not lately
public record MetricUse(
        String kind,
        String id,
        Map<String, String> title,
        Strength strength,
        List<String> through,
        @Nullable Instant askedAt) {
    public MetricUse {
        title = Map.copyOf(title);
        through = List.copyOf(through);
    }

    /// How surely it uses the metric, the surest first.
    public enum Strength {
        /// Its last evaluation read the metric.
        ASKED,
        /// Its text, or that of a module it imports, names the metric.
        NAMED,
        /// It may read the metric by what it needs.
        ALLOWED
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.telemetry.MetricMetadata;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One metric as the catalogue shows it.
///
/// @param series how many series it has
/// @param lastSeen when a sample of it arrived last; null when none did since it is remembered
/// @param note what people say of it
public record Metric(
        MetricMetadata metadata, long series, @Nullable Instant lastSeen, MetricNote note) {
    public String name() {
        return metadata.metric();
    }
}

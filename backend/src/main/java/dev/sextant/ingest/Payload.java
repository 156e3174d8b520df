// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.ingest.admission.Refusals;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.Series;
import java.util.List;

/// What a body said: samples, what their metrics mean, and what of it could not even be read as a series.
public record Payload(List<Series> series, List<MetricMetadata> metadata, Refusals refusals) {
    public static Payload of(List<Series> series, List<MetricMetadata> metadata) {
        return new Payload(series, metadata, new Refusals());
    }
}

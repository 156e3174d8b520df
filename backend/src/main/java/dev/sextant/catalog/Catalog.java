// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The metrics of each tenant.
public interface Catalog {
    /// Notes that these series just got samples. Touches memory only, so that ingest may call it for every batch.
    void observe(TenantId tenant, List<Series> batch, Instant now);

    /// Notes what metrics mean. What a text says replaces what was known; an empty unit or description, or the type
    /// UNKNOWN, leaves it. Touches memory only; it is stored a little later, and only when it changed.
    void describe(TenantId tenant, Collection<MetricMetadata> metadata);

    /// Metrics that a text finds, best first; without a text all, in order of their names.
    List<Metric> list(TenantId tenant, MetricSearch search);

    Optional<Metric> find(TenantId tenant, String metric);

    /// Keeps what people say of a metric, in place of what they said before, whether or not it has series.
    void note(TenantId tenant, String metric, MetricNote note, MetricNotes.Said said);

    /// The labels that the series of a metric carry, in order of their names; empty for a metric that is not known.
    List<LabelUse> labels(TenantId tenant, String metric);
}

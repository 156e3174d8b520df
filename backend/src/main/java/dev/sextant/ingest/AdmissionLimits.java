// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.tenant.TenantId;
import java.time.Duration;

/// What one tenant may send.
///
/// @param activeSeries series that got samples in this hour or the one before
/// @param labelsPerSeries labels of one series, the metric name not counted
/// @param labelLength characters of a label's name or value
/// @param futureSkew how far ahead of the clock a sample may be stamped
/// @param oldest how late a sample may come
/// @param samplesPerSecond over a minute; 0 is no limit
public record AdmissionLimits(
        long activeSeries,
        int labelsPerSeries,
        int labelLength,
        Duration futureSkew,
        Duration oldest,
        long samplesPerSecond) {

    /// The limits of a tenant: its own where it has some, the ones for all tenants where not.
    static AdmissionLimits of(TenantId tenant, IngestConfig config) {
        var all = config.limits();
        var own = config.tenants().get(tenant.value());
        if (own == null) {
            return new AdmissionLimits(
                    all.activeSeries(),
                    all.labelsPerSeries(),
                    all.labelLength(),
                    all.futureSkew(),
                    config.oldest(),
                    all.samplesPerSecond());
        }
        return new AdmissionLimits(
                own.activeSeries().orElse(all.activeSeries()),
                own.labelsPerSeries().orElse(all.labelsPerSeries()),
                own.labelLength().orElse(all.labelLength()),
                own.futureSkew().orElse(all.futureSkew()),
                own.oldest().orElse(config.oldest()),
                own.samplesPerSecond().orElse(all.samplesPerSecond()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.ingest.admission.Admission;
import dev.sextant.ingest.admission.AdmissionLimits;
import dev.sextant.ingest.admission.Refusals;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.UsageSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Each tenant's [Admission], made when the tenant first sends something.
@ApplicationScoped
public class Admissions implements UsageSource, TenantHoldings {
    private final IngestConfig config;
    private final ConcurrentHashMap<TenantId, Admission> byTenant = new ConcurrentHashMap<>();

    public Admissions(IngestConfig config) {
        this.config = config;
    }

    List<Series> admit(TenantId tenant, List<Series> batch, Instant now, Refusals refusals) {
        return of(tenant).admit(batch, now, refusals);
    }

    /// Who sent something since this node started.
    Set<TenantId> tenants() {
        return Set.copyOf(byTenant.keySet());
    }

    /// The labels of the series that a tenant sent lately.
    Collection<Labels> activeLabels(TenantId tenant) {
        return of(tenant).activeLabels();
    }

    @Override
    public Map<String, Object> usage(TenantId tenant, Instant now) {
        var admission = byTenant.get(tenant);
        return Map.of("activeSeries", admission == null ? 0L : admission.activeSeries());
    }

    @Override
    public void erase(TenantId tenant) {
        byTenant.remove(tenant);
    }

    private Admission of(TenantId tenant) {
        return byTenant.computeIfAbsent(tenant, _ -> new Admission(limits(tenant, config)));
    }

    /// The limits of a tenant: its own where it has some, the ones for all tenants where not.
    static AdmissionLimits limits(TenantId tenant, IngestConfig config) {
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

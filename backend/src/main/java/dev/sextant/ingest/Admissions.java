// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.UsageSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Each tenant's [Admission], made when the tenant first sends something.
@ApplicationScoped
public class Admissions implements UsageSource {
    private final IngestConfig config;
    private final ConcurrentHashMap<TenantId, Admission> byTenant = new ConcurrentHashMap<>();

    public Admissions(IngestConfig config) {
        this.config = config;
    }

    List<Series> admit(TenantId tenant, List<Series> batch, Instant now, Refusals refusals) {
        return of(tenant).admit(batch, now, refusals);
    }

    @Override
    public Map<String, Object> usage(TenantId tenant, Instant now) {
        var admission = byTenant.get(tenant);
        return Map.of("activeSeries", admission == null ? 0L : admission.activeSeries());
    }

    private Admission of(TenantId tenant) {
        return byTenant.computeIfAbsent(
                tenant, _ -> new Admission(AdmissionLimits.of(tenant, config)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.catalog.Catalog;
import dev.sextant.store.SampleAppender;
import dev.sextant.store.StoreUnavailableException;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// The one way in, whatever the source: admission, store, catalogue.
@ApplicationScoped
public class SampleIntake {
    private final SampleAppender appender;
    private final Catalog catalog;
    private final IngestMeters meters;
    private final RecentSamples recent;
    private final IngestConfig config;
    private final ConcurrentHashMap<TenantId, Admission> admissions = new ConcurrentHashMap<>();

    public SampleIntake(
            SampleAppender appender,
            Catalog catalog,
            IngestMeters meters,
            RecentSamples recent,
            IngestConfig config) {
        this.appender = appender;
        this.catalog = catalog;
        this.meters = meters;
        this.recent = recent;
        this.config = config;
    }

    /// Stores what the tenant may have of a payload and says what was refused.
    ///
    /// @throws StoreUnavailableException when nothing was stored and the sender should try again
    Receipt accept(TenantId tenant, String source, Payload payload, Instant now) {
        var refusals = payload.refusals();
        var admitted = admission(tenant).admit(payload.series(), now, refusals);
        if (!admitted.isEmpty()) {
            appender.append(tenant, admitted);
            catalog.observe(tenant, admitted, now);
        }
        if (!payload.metadata().isEmpty()) {
            catalog.describe(tenant, payload.metadata());
        }
        long stored = samples(admitted);
        meters.stored(source, stored);
        recent.add(tenant, stored, now);
        meters.refused(refusals);
        return new Receipt(stored, refusals);
    }

    private Admission admission(TenantId tenant) {
        return admissions.computeIfAbsent(
                tenant, _ -> new Admission(TenantLimits.standard(), config.oldest()));
    }

    private static long samples(List<Series> batch) {
        long samples = 0;
        for (var series : batch) {
            samples += series.length();
        }
        return samples;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.catalog.Catalog;
import dev.sextant.store.SampleAppender;
import dev.sextant.store.StoreUnavailableException;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/// The one way in, whatever the source: cleaning, admission, store, catalogue.
@ApplicationScoped
public class SampleIntake {
    private final Cleaning cleaning;
    private final Admissions admissions;
    private final SampleAppender appender;
    private final Catalog catalog;
    private final IngestMeters meters;

    public SampleIntake(
            Cleaning cleaning,
            Admissions admissions,
            SampleAppender appender,
            Catalog catalog,
            IngestMeters meters) {
        this.cleaning = cleaning;
        this.admissions = admissions;
        this.appender = appender;
        this.catalog = catalog;
        this.meters = meters;
    }

    /// Stores what the tenant may have of a payload and says what was refused.
    ///
    /// @throws StoreUnavailableException when nothing was stored and the sender should try again
    /// @throws IntakeUnavailableException the same, before the store was asked
    /// @throws RateExceededException the same, because the tenant sends too much
    public Receipt accept(TenantId tenant, String source, Payload payload, Instant now) {
        var cleaned = cleaning.clean(tenant, payload);
        long dropped = Series.samples(payload.series()) - Series.samples(cleaned.series());
        var refusals = cleaned.refusals();
        var admitted = admissions.admit(tenant, cleaned.series(), now, refusals);
        if (!admitted.isEmpty()) {
            appender.append(tenant, admitted);
            catalog.observe(tenant, admitted, now);
        }
        if (!cleaned.metadata().isEmpty()) {
            catalog.describe(tenant, cleaned.metadata());
        }
        long stored = Series.samples(admitted);
        meters.stored(tenant, source, stored, now);
        meters.refused(refusals);
        meters.dropped(dropped);
        return new Receipt(stored, refusals);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.ingest.admission.Refusals;
import dev.sextant.tenant.TenantId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/// What ingest tells about itself.
@ApplicationScoped
public class IngestMeters {
    private final MeterRegistry registry;
    private final RecentSamples recent;

    public IngestMeters(MeterRegistry registry, RecentSamples recent) {
        this.registry = registry;
        this.recent = recent;
    }

    void stored(TenantId tenant, String source, long samples, Instant now) {
        recent.add(tenant, samples, now);
        Counter.builder("sextant.ingest.samples")
                .description("Samples stored, by where they came from")
                .tag("source", source)
                .register(registry)
                .increment(samples);
    }

    void refused(Refusals refusals) {
        if (!refusals.isEmpty()) {
            refusals.counts().forEach((reason, count) -> refused(reason.text(), count));
        }
    }

    void refused(String reason, long samples) {
        Counter.builder("sextant.ingest.refused")
                .description(
                        "Samples refused by admission, and bodies refused as a whole, by reason")
                .tag("reason", reason)
                .register(registry)
                .increment(samples);
    }

    void dropped(long samples) {
        if (samples > 0) {
            Counter.builder("sextant.ingest.dropped")
                    .description("Samples dropped because their tenant's cleaning says so")
                    .register(registry)
                    .increment(samples);
        }
    }

    void request(String source, int status, Duration took) {
        Timer.builder("sextant.ingest.request")
                .description("Time from the last byte of a request to its answer")
                .tag("source", source)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(took);
    }
}

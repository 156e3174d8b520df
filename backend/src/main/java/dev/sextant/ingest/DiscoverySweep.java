// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import dev.sextant.entity.Discovery;
import dev.sextant.tenant.TenantId;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/// Says from time to time what labels come in, so that entities are found in them.
@ApplicationScoped
class DiscoverySweep {
    private static final Logger LOG = Logger.getLogger(DiscoverySweep.class);

    private final Admissions admissions;
    private final Discovery discovery;
    private final InstantSource clock;

    DiscoverySweep(Admissions admissions, Discovery discovery, InstantSource clock) {
        this.admissions = admissions;
        this.discovery = discovery;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Scheduler scheduler, IngestConfig config) {
        if (!config.discovery().enabled()) {
            return;
        }
        var every = config.discovery().every().toString();
        scheduler
                .newJob("discovery")
                .setInterval(every)
                .setDelayed(every)
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(_ -> sweep())
                .schedule();
    }

    /// One look at what every tenant sent lately.
    void sweep() {
        admissions.tenants().forEach(this::sweep);
    }

    // A boundary: what breaks for one tenant must not keep the others from being looked at.
    private void sweep(TenantId tenant) {
        try {
            discovery.observe(tenant, admissions.activeLabels(tenant), clock.instant());
        } catch (RuntimeException broken) {
            LOG.warnf(broken, "entities of tenant %s were not looked for; tried again", tenant);
        }
    }
}

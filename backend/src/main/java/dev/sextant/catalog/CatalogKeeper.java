// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Says when the catalogue is stored: from time to time and before the end.
@ApplicationScoped
class CatalogKeeper {
    private final LiveCatalog catalog;

    CatalogKeeper(LiveCatalog catalog) {
        this.catalog = catalog;
    }

    void start(@Observes StartupEvent event, Scheduler scheduler, CatalogConfig config) {
        var every = config.storeEvery().toString();
        scheduler
                .newJob("catalog")
                .setInterval(every)
                .setDelayed(every)
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(_ -> catalog.store())
                .schedule();
    }

    void stop(@Observes ShutdownEvent event) {
        catalog.store();
    }
}

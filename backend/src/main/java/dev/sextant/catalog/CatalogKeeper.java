// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Says when the catalogue is stored and takes in new series: from time to time; stored before the end, too.
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
                .setTask(_ -> {
                    catalog.store();
                    catalog.indexAll();
                })
                .schedule();
    }

    void stop(@Observes ShutdownEvent event) {
        catalog.store();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Keeps one loop running for each enabled target.
@ApplicationScoped
public class ScrapeClock implements TenantHoldings {
    private final Targets targets;
    private final Scraper scraper;
    private final InstantSource clock;
    private final boolean isEnabled;
    private final ConcurrentHashMap<Place, ScrapeLoop> loops = new ConcurrentHashMap<>();

    private record Place(TenantId tenant, String id) {}

    ScrapeClock(Targets targets, Scraper scraper, InstantSource clock, ScrapeConfig config) {
        this.targets = targets;
        this.scraper = scraper;
        this.clock = clock;
        this.isEnabled = config.enabled();
    }

    void start(@Observes StartupEvent event) {
        if (isEnabled) {
            for (var tenant : targets.tenants()) {
                targets.list(tenant).forEach(target -> follow(tenant, target));
            }
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loops.values().forEach(ScrapeLoop::pause);
    }

    /// Scrapes this version of a target from now on, in place of the one before.
    void follow(TenantId tenant, Target target) {
        loops.compute(
                new Place(tenant, target.id()),
                (_, before) -> {
                    if (before != null) {
                        before.end();
                    }
                    return isEnabled && target.isEnabled() ? started(tenant, target, before) : null;
                });
    }

    private ScrapeLoop started(TenantId tenant, Target target, @Nullable ScrapeLoop before) {
        var loop = new ScrapeLoop(tenant, target, scraper, clock);
        loop.start(before);
        return loop;
    }

    void forget(TenantId tenant, String id) {
        var loop = loops.remove(new Place(tenant, id));
        if (loop != null) {
            loop.end();
        }
    }

    @Override
    public void erase(TenantId tenant) {
        for (var place : loops.keySet()) {
            if (place.tenant().equals(tenant)) {
                forget(tenant, place.id());
            }
        }
    }

    /// How the last scrape went; empty when there was none yet.
    Optional<TargetState> state(TenantId tenant, String id) {
        return Optional.ofNullable(loops.get(new Place(tenant, id))).map(ScrapeLoop::state);
    }
}

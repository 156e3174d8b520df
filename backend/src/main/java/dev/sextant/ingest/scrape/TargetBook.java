// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import dev.sextant.outbound.SecretUses;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tenant's targets as people keep them; what is saved is scraped from then on.
@ApplicationScoped
public class TargetBook implements SecretUses {
    private static final int SHOWN = 100;

    private final Targets targets;
    private final ScrapeClock clock;
    private final Scraper scraper;
    private final int maxTargets;

    TargetBook(Targets targets, ScrapeClock clock, Scraper scraper, ScrapeConfig config) {
        this.targets = targets;
        this.clock = clock;
        this.scraper = scraper;
        this.maxTargets = config.maxTargets();
    }

    /// How saving ended.
    sealed interface Saved {
        record Stored(Target target) implements Saved {}

        /// Another target gives its series the same `job` and `instance`.
        record Taken(String id) implements Saved {}

        record Full(int limit) implements Saved {}

        record Stale() implements Saved {}
    }

    /// What a scrape found without storing it.
    ///
    /// @param problem why it failed; null when it did not
    public record Trial(int samples, List<String> series, @Nullable String problem) {}

    Saved add(TenantId tenant, TargetSpec spec) {
        var target = Target.of(UUID.randomUUID().toString(), 1, spec);
        var present = targets.list(tenant);
        if (present.size() >= maxTargets) {
            return new Saved.Full(maxTargets);
        }
        var taken = taken(present, target);
        if (taken != null) {
            return taken;
        }
        targets.add(tenant, target);
        clock.follow(tenant, target);
        return new Saved.Stored(target);
    }

    Saved replace(TenantId tenant, Target before, TargetSpec spec) {
        var target = Target.of(before.id(), before.version() + 1, spec);
        var taken = taken(targets.list(tenant), target);
        if (taken != null) {
            return taken;
        }
        if (!targets.replace(tenant, target)) {
            return new Saved.Stale();
        }
        clock.follow(tenant, target);
        return new Saved.Stored(target);
    }

    boolean delete(TenantId tenant, String id) {
        clock.forget(tenant, id);
        return targets.delete(tenant, id);
    }

    /// Scrapes once and stores nothing.
    Trial tryOut(TenantId tenant, TargetSpec spec, Instant now) {
        var target = Target.of("trial", 1, spec);
        try {
            var found = scraper.look(tenant, target, new SeriesLabels(target), now);
            return new Trial(
                    found.samples(),
                    found.series().stream().limit(SHOWN).map(TargetBook::text).toList(),
                    null);
        } catch (ScrapeFailedException failed) {
            return new Trial(0, List.of(), failed.detail());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Trial(0, List.of(), "Sextant stopped while scraping");
        }
    }

    @Override
    public List<String> uses(TenantId tenant, String secret) {
        return targets.list(tenant).stream()
                .filter(target -> secret.equals(target.spec().secret()))
                .map(target -> "target " + target.spec().name())
                .toList();
    }

    private static String text(Series series) {
        return series.key() + " " + series.values()[0];
    }

    private static Saved.@Nullable Taken taken(List<Target> present, Target target) {
        for (var other : present) {
            if (!other.id().equals(target.id())
                    && isSame(other, target, "job")
                    && isSame(other, target, "instance")) {
                return new Saved.Taken(other.id());
            }
        }
        return null;
    }

    private static boolean isSame(Target one, Target other, String label) {
        return Objects.equals(one.labels().value(label), other.labels().value(label));
    }
}

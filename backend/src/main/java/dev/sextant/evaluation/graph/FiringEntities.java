// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.graph;

import dev.sextant.alert.Alert;
import dev.sextant.alert.Alerts;
import dev.sextant.entity.Entities;
import dev.sextant.entity.Entity;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Which entities have an alert that fires: an alert is that of the most specific entities that its labels are about.
@ApplicationScoped
class FiringEntities implements TenantHoldings {
    private static final int MOST_ALERTS = 5_000;

    private static final long FRESH = Duration.ofSeconds(2).toNanos();

    private final Alerts alerts;
    private final Entities entities;
    private final Map<TenantId, Recent> recent = new ConcurrentHashMap<>();

    FiringEntities(Alerts alerts, Entities entities) {
        this.alerts = alerts;
        this.entities = entities;
    }

    /// As of that time; what was read a moment ago is not read again, since a rule asks anew for each of its suspects.
    Set<String> ids(TenantId tenant, Instant now) {
        var known = recent.get(tenant);
        if (known != null
                && known.now().equals(now)
                && System.nanoTime() - known.readAt() < FRESH) {
            return known.ids();
        }
        var ids = read(tenant, now);
        recent.put(tenant, new Recent(now, System.nanoTime(), ids));
        return ids;
    }

    @Override
    public void erase(TenantId tenant) {
        recent.remove(tenant);
    }

    private Set<String> read(TenantId tenant, Instant now) {
        var labels =
                alerts.listWithin(tenant, now, now, MOST_ALERTS).stream()
                        .filter(alert -> fires(alert, now))
                        .map(Alert::labels)
                        .collect(Collectors.toSet());
        return entities.about(tenant, labels, now).values().stream()
                .flatMap(List::stream)
                .map(Entity::id)
                .collect(Collectors.toSet());
    }

    private record Recent(Instant now, long readAt, Set<String> ids) {}

    /// Whether it fired then, whatever became of it later.
    static boolean fires(Alert alert, Instant now) {
        var fired = alert.firedAt();
        var resolved = alert.resolvedAt();
        return fired != null && !fired.isAfter(now) && (resolved == null || resolved.isAfter(now));
    }
}

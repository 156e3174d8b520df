// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.graph;

import dev.sextant.alert.Alert;
import dev.sextant.entity.Entities;
import dev.sextant.evaluation.EndedSubjects;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A subject is there as long as an entity is that its labels are about.
@ApplicationScoped
class EndedEntities implements EndedSubjects {
    private final Entities entities;

    EndedEntities(Entities entities) {
        this.entities = entities;
    }

    @Override
    public Set<Labels> among(TenantId tenant, List<Alert> alerts, Instant now) {
        var labels = alerts.stream().map(Alert::labels).collect(Collectors.toSet());
        var there = entities.about(tenant, labels, now).keySet();
        return alerts.stream()
                .filter(alert -> !there.contains(alert.labels()))
                .filter(alert -> wasThere(tenant, alert))
                .map(Alert::labels)
                .collect(Collectors.toSet());
    }

    private boolean wasThere(TenantId tenant, Alert alert) {
        return !entities.about(tenant, Set.of(alert.labels()), alert.openedAt()).isEmpty();
    }
}

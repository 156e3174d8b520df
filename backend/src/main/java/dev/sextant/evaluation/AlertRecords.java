// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.alert.Advance;
import dev.sextant.alert.Alert;
import dev.sextant.alert.Alerts;
import dev.sextant.notify.Outbox;
import dev.sextant.rule.Rule;
import dev.sextant.rule.RuleId;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Alerts and the messages about them: what happens to the ones never becomes durable without the others.
@ApplicationScoped
class AlertRecords {
    private static final String ENTITY_ENDED = "entity-ended";

    private final Alerts alerts;
    private final Outbox outbox;
    private final EndedSubjects ended;

    AlertRecords(Alerts alerts, Outbox outbox, EndedSubjects ended) {
        this.alerts = alerts;
        this.outbox = outbox;
        this.ended = ended;
    }

    /// What a rule need not wait for any more, when its header says so: `missing: { unless: "entity-ended" }`.
    Set<Labels> ended(TenantId tenant, Rule rule, List<Alert> before, Instant now) {
        var unless = rule.header().json().path("missing").path("unless").asText();
        var open = before.stream().filter(Alert::isOpen).toList();
        return unless.equals(ENTITY_ENDED) && !open.isEmpty()
                ? ended.among(tenant, open, now)
                : Set.of();
    }

    List<Alert> listBefore(TenantId tenant, Rule rule, Instant now) {
        return alerts.listBefore(tenant, rule.id().value(), rule.header().policy(), now);
    }

    List<Alert> listOpen(TenantId tenant, RuleId rule) {
        return alerts.listOpen(tenant, rule.value());
    }

    /// Joins the caller's transaction of that tenant.
    void put(TenantId tenant, Advance advance, Instant now) {
        alerts.put(tenant, advance);
        outbox.enqueue(tenant, advance.transitions(), now);
    }
}

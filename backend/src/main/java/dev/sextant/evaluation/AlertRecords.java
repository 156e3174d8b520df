// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.alert.Advance;
import dev.sextant.alert.Alert;
import dev.sextant.alert.Alerts;
import dev.sextant.notify.Outbox;
import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/// Alerts and the messages about them: what happens to the ones never becomes durable without the others.
@ApplicationScoped
class AlertRecords {
    private final Alerts alerts;
    private final Outbox outbox;

    AlertRecords(Alerts alerts, Outbox outbox) {
        this.alerts = alerts;
        this.outbox = outbox;
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

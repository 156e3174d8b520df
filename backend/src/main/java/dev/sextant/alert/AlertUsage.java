// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.UsageSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/// How many alerts of a tenant are under way.
@ApplicationScoped
public class AlertUsage implements UsageSource {
    private final Alerts alerts;

    AlertUsage(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public Map<String, Object> usage(TenantId tenant, Instant now) {
        return Map.of("alerts", alerts.countOpen(tenant));
    }
}

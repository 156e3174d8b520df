// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.plan;

import dev.sextant.tenant.Limit;
import dev.sextant.tenant.LimitSource;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantPlans;
import dev.sextant.tenant.UsageSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the tenant may use, beside what it uses.
@ApplicationScoped
public class LimitUsage implements UsageSource {
    private final TenantPlans plans;
    private final List<LimitSource> sources;

    LimitUsage(TenantPlans plans, @All List<LimitSource> sources) {
        this.plans = plans;
        this.sources = sources;
    }

    @Override
    public Map<String, Object> usage(TenantId tenant, Instant now) {
        return Map.of("plan", plans.find(tenant).value(), "limits", limits(tenant));
    }

    List<Limit> limits(TenantId tenant) {
        return sources.stream().flatMap(source -> source.limits(tenant).stream()).toList();
    }
}

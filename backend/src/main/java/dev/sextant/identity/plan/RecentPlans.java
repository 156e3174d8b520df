// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.plan;

import dev.sextant.identity.IdentityConfiguration;
import dev.sextant.identity.Tenant;
import dev.sextant.identity.Tenants;
import dev.sextant.tenant.PlanName;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantPlans;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The plans of tenants, each remembered for a few seconds, as every evaluation and every query asks for one. A change is
/// known at once where it was made, and on the other nodes as soon as they ask again.
@ApplicationScoped
public class RecentPlans implements TenantPlans {
    private final Tenants tenants;
    private final long keepNanos;
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    RecentPlans(Tenants tenants, IdentityConfiguration configuration) {
        this.tenants = tenants;
        this.keepNanos = configuration.cacheFor().toNanos();
    }

    private record Known(PlanName plan, long sinceNanos) {}

    @Override
    public PlanName find(TenantId tenant) {
        long now = System.nanoTime();
        var recent = known.get(tenant);
        if (recent != null && now - recent.sinceNanos() < keepNanos) {
            return recent.plan();
        }
        var plan = tenants.find(tenant).map(Tenant::plan).orElse(PlanName.STANDARD);
        known.put(tenant, new Known(plan, now));
        return plan;
    }

    void forget(TenantId tenant) {
        known.remove(tenant);
    }
}

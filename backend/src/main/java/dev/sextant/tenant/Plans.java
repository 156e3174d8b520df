// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

import dev.sextant.tenant.PlanConfig.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the plan of each tenant says.
@ApplicationScoped
public class Plans {
    private final Map<String, Plan> plans;
    private final TenantPlans tenants;

    @Inject
    Plans(PlanConfig config, TenantPlans tenants) {
        this(config.plans(), tenants);
    }

    public Plans(Map<String, Plan> plans, TenantPlans tenants) {
        plans.keySet().forEach(PlanName::new);
        this.plans = Map.copyOf(plans);
        this.tenants = tenants;
    }

    /// No plans: all tenants have what all have.
    public static Plans none() {
        return new Plans(Map.of(), _ -> PlanName.STANDARD);
    }

    /// Empty when the tenant's plan says nothing, or is not in the configuration any more: then it has what all have.
    public Optional<Plan> find(TenantId tenant) {
        return Optional.ofNullable(plans.get(tenants.find(tenant).value()));
    }

    /// All that a tenant can be given, by name.
    public SortedSet<String> names() {
        var names = new TreeSet<>(plans.keySet());
        names.add(PlanName.STANDARD.value());
        return names;
    }
}

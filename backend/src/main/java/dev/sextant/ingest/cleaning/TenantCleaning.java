// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.cleaning;

import dev.sextant.ingest.Cleaning;
import dev.sextant.ingest.IntakeUnavailableException;
import dev.sextant.ingest.Payload;
import dev.sextant.tenant.TenantHoldings;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps each tenant's steps ready to run. They are read once, with the tenant's first batch, and again when they change.
@ApplicationScoped
public class TenantCleaning implements Cleaning, TenantHoldings {
    @Override
    public void erase(TenantId tenant) {
        ready.remove(tenant);
    }

    private final CleaningPlans plans;
    private final ConcurrentHashMap<TenantId, CompiledSteps> ready = new ConcurrentHashMap<>();

    TenantCleaning(CleaningPlans plans) {
        this.plans = plans;
    }

    @Override
    public Payload clean(TenantId tenant, Payload payload) {
        var steps = steps(tenant);
        return steps.isEmpty()
                ? payload
                : new Payload(
                        steps.clean(payload.series()),
                        steps.describe(payload.metadata()),
                        payload.refusals());
    }

    /// Saves a plan and uses it from the next batch on; false when somebody else saved in between.
    ///
    /// @throws IllegalArgumentException when a step is not valid; nothing is saved then
    boolean replace(TenantId tenant, CleaningPlan plan) {
        var steps = CompiledSteps.of(plan.steps());
        if (!plans.replace(tenant, plan)) {
            return false;
        }
        ready.put(tenant, steps);
        return true;
    }

    // Read outside of the map, which would make other tenants wait for a slow database.
    CompiledSteps steps(TenantId tenant) {
        var known = ready.get(tenant);
        if (known != null) {
            return known;
        }
        var read = read(tenant);
        var sooner = ready.putIfAbsent(tenant, read);
        return sooner == null ? read : sooner;
    }

    // A boundary: samples that were not cleaned must not be stored, whatever keeps the steps from
    // being read.
    private CompiledSteps read(TenantId tenant) {
        try {
            return CompiledSteps.of(plans.find(tenant).steps());
        } catch (RuntimeException away) {
            throw new IntakeUnavailableException(
                    "the tenant's cleaning can't be read now, so nothing of this request was stored; send it again",
                    away);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.plan;

import dev.sextant.http.Problem;
import dev.sextant.identity.Role;
import dev.sextant.identity.Tenants;
import dev.sextant.tenant.Limit;
import dev.sextant.tenant.PlanName;
import dev.sextant.tenant.Plans;
import dev.sextant.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The plan of one tenant, for whoever operates the platform.
@Path("/api/v1/tenants/{id}/plan")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "tenants")
public class TenantPlanResource {
    private final Tenants tenants;
    private final Plans plans;
    private final RecentPlans recent;
    private final LimitUsage limits;

    TenantPlanResource(Tenants tenants, Plans plans, RecentPlans recent, LimitUsage limits) {
        this.tenants = tenants;
        this.plans = plans;
        this.recent = recent;
        this.limits = limits;
    }

    /// @param limits what the tenant may use by it, with what it uses where that is known
    public record TenantPlanView(String plan, List<Limit> limits) {
        public TenantPlanView {
            limits = List.copyOf(limits);
        }
    }

    /// @param plan one of the configuration's, or "standard"
    public record PlanChoice(@Nullable String plan) {}

    @GET
    @Operation(operationId = "findTenantPlan", summary = "The plan of a tenant, and its limits")
    public TenantPlanView find(String id) {
        var tenant = tenants.find(new TenantId(id)).orElseThrow(() -> unknown(id));
        return new TenantPlanView(tenant.plan().value(), limits.limits(tenant.id()));
    }

    @PUT
    @Operation(
            operationId = "assignTenantPlan",
            summary = "Gives a tenant another plan; what runs is not stopped")
    public TenantPlanView assign(String id, @Nullable PlanChoice choice) {
        if (choice == null || choice.plan() == null) {
            throw new Problem(400, "invalid-json", "send {\"plan\": \"...\"}");
        }
        var tenant = new TenantId(id);
        if (!plans.names().contains(choice.plan())) {
            throw new Problem(
                    400,
                    "unknown-plan",
                    "there is no plan %s; known are %s: add it to the configuration as sextant.plans.<name>"
                            .formatted(choice.plan(), String.join(", ", plans.names())));
        }
        if (!tenants.assign(tenant, new PlanName(choice.plan()))) {
            throw unknown(id);
        }
        recent.forget(tenant);
        return find(id);
    }

    private static Problem unknown(String id) {
        return new Problem(404, "unknown-tenant", "there is no tenant " + id);
    }
}

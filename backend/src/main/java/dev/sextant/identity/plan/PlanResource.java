// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.plan;

import dev.sextant.http.Page;
import dev.sextant.identity.Role;
import dev.sextant.identity.Tenants;
import dev.sextant.tenant.Plans;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The plans of the configuration, for whoever operates the platform.
@Path("/api/v1/plans")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "tenants")
public class PlanResource {
    private final Plans plans;
    private final Tenants tenants;

    PlanResource(Plans plans, Tenants tenants) {
        this.plans = plans;
        this.tenants = tenants;
    }

    /// @param tenants that have it
    public record PlanView(String name, long tenants) {}

    @GET
    @Operation(operationId = "listPlans", summary = "The plans that tenants can be given")
    public Page<PlanView> list() {
        var all = tenants.list();
        return Page.all(
                plans.names().stream()
                        .map(name ->
                                new PlanView(
                                        name,
                                        all.stream()
                                                .filter(one -> one.plan().value().equals(name))
                                                .count()))
                        .toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.erasure;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problem;
import dev.sextant.identity.Role;
import dev.sextant.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Erases tenants, for whoever operates the platform.
@Path("/api/v1/tenants/{id}")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "tenants")
public class ErasureResource {
    private final TenantErasure erasure;
    private final CurrentTenant current;
    private final InstantSource clock;

    public ErasureResource(TenantErasure erasure, CurrentTenant current, InstantSource clock) {
        this.erasure = erasure;
        this.current = current;
        this.clock = clock;
    }

    @DELETE
    @Operation(
            operationId = "eraseTenant",
            summary =
                    "Erases a tenant with its samples, rules, alerts, entities, tokens and members; nothing brings it back")
    @APIResponse(responseCode = "204", description = "Nothing of it is left")
    @APIResponse(responseCode = "404", description = "unknown-tenant")
    @APIResponse(responseCode = "409", description = "own-tenant: the caller acts in it")
    @APIResponse(
            responseCode = "503",
            description = "The store could not finish; asking again goes on from there")
    public void erase(@PathParam("id") String id) {
        var tenant = new TenantId(id);
        if (tenant.equals(current.id())) {
            throw new Problem(
                    409,
                    "own-tenant",
                    "you act in tenant %s; erase it while you act in another one"
                            .formatted(tenant));
        }
        if (!erasure.erase(tenant, clock.instant())) {
            throw new Problem(
                    404,
                    "unknown-tenant",
                    "there is no tenant \"%s\"; GET /api/v1/tenants lists them".formatted(tenant));
        }
    }
}

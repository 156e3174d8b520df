// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import dev.sextant.tenant.TenantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The tenants of the platform, for whoever operates it.
@Path("/api/v1/tenants")
@RolesAllowed(Role.OPERATOR)
@Tag(name = "tenants", description = "The customers of the platform; operators only")
public class TenantResource {
    private final Tenants tenants;
    private final Founding founding;
    private final Callers callers;
    private final InstantSource clock;

    public TenantResource(
            Tenants tenants, Founding founding, Callers callers, InstantSource clock) {
        this.tenants = tenants;
        this.founding = founding;
        this.callers = callers;
        this.clock = clock;
    }

    /// A tenant to be made.
    ///
    /// @param ownerAccount who will own it; made if there is no such account
    @Schema(name = "TenantDraft")
    public record Draft(
            @Nullable String id, @Nullable String name, @Nullable String ownerAccount) {}

    /// One tenant.
    @Schema(name = "Tenant")
    public record View(String id, String name, Instant createdAt, String plan) {}

    /// Who owns a new tenant.
    ///
    /// @param password shown this once; null when the account existed before and keeps its password
    @Schema(name = "Owner")
    public record Owner(String account, @Nullable String password) {}

    /// A new tenant.
    @Schema(name = "NewTenant")
    public record Created(String id, String name, Owner owner) {}

    @GET
    @Operation(operationId = "listTenants", summary = "All tenants, by id")
    public Page<View> list() {
        return Page.all(
                tenants.list().stream()
                        .map(tenant ->
                                new View(
                                        tenant.id().value(),
                                        tenant.name().value(),
                                        tenant.createdAt(),
                                        tenant.plan().value()))
                        .toList());
    }

    @POST
    @Operation(
            operationId = "createTenant",
            summary = "Makes a tenant and its owner; shows the owner's password once")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = Created.class)))
    @APIResponse(responseCode = "409", description = "tenant-exists")
    public Response create(@Nullable Draft draft) {
        if (draft == null
                || draft.id() == null
                || draft.name() == null
                || draft.ownerAccount() == null) {
            throw new Problem(
                    400,
                    "invalid-json",
                    "send {\"id\": \"...\", \"name\": \"...\", \"ownerAccount\": \"...\"}");
        }
        var id = new TenantId(draft.id());
        var owner = new AccountName(draft.ownerAccount());
        var founded =
                founding.found(id, new DisplayName(draft.name()), owner, false, clock.instant())
                        .orElseThrow(() ->
                                new Problem(
                                        409,
                                        "tenant-exists",
                                        "tenant " + id + " exists; choose another id"));
        // The owner may be signed in already and is a member of one more tenant now.
        callers.forgetAll();
        return Response.created(URI.create("/api/v1/tenants/" + id))
                .entity(
                        new Created(
                                id.value(),
                                founded.tenant().name().value(),
                                new Owner(owner.value(), founded.password().orElse(null))))
                .build();
    }
}

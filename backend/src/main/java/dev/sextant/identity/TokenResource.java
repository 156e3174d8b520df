// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Page;
import dev.sextant.http.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// API tokens of the caller's tenant.
@Path("/api/v1/tokens")
@RolesAllowed("admin")
@Tag(name = "tokens", description = "Keys for programs; role admin and up")
public class TokenResource {
    private final Tokens tokens;
    private final Callers callers;
    private final CurrentTenant tenant;
    private final Secrets secrets;
    private final InstantSource clock;

    public TokenResource(
            Tokens tokens,
            Callers callers,
            CurrentTenant tenant,
            Secrets secrets,
            InstantSource clock) {
        this.tokens = tokens;
        this.callers = callers;
        this.tenant = tenant;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// What a new token is called and may do.
    @Schema(name = "TokenDraft")
    public record Draft(@Nullable String name, @Nullable String role) {}

    /// A token as it is listed: without its secret.
    @Schema(name = "Token")
    public record View(
            String id,
            String name,
            String role,
            String createdBy,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {
        static View of(Token token) {
            return new View(
                    token.id(),
                    token.name().value(),
                    token.role().word(),
                    token.account().value(),
                    token.createdAt(),
                    token.usedAt().orElse(null));
        }
    }

    /// A new token.
    ///
    /// @param token the secret, shown this once
    @Schema(name = "NewToken")
    public record Created(String id, String name, String role, Instant createdAt, String token) {}

    @GET
    @Operation(
            operationId = "listTokens",
            summary = "The tenant's tokens, the oldest first, without their secrets")
    public Page<View> list() {
        return Page.all(tokens.list(tenant.id()).stream().map(View::of).toList());
    }

    @POST
    @Operation(
            operationId = "createToken",
            summary = "Makes a token; the answer is the only place that shows its secret")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = Created.class)))
    @APIResponse(responseCode = "400", description = "invalid-argument")
    @APIResponse(
            responseCode = "403",
            description = "not-allowed: the role is above the caller's own")
    public Response create(@Nullable Draft draft, @Context SecurityIdentity identity) {
        if (draft == null || draft.name() == null || draft.role() == null) {
            throw new Problem(
                    400,
                    "invalid-json",
                    "send {\"name\": \"...\", \"role\": \"viewer|editor|admin|owner\"}");
        }
        var role = Role.of(draft.role());
        if (!identity.hasRole(role.word())) {
            throw new Problem(
                    403,
                    "not-allowed",
                    "a token can't have a higher role than the one who makes it");
        }
        var secret = secrets.token();
        var token =
                new Token(
                        secrets.id(),
                        tenant.id(),
                        new DisplayName(draft.name()),
                        new AccountName(tenant.account()),
                        role,
                        false,
                        SecretHash.of(secret),
                        clock.instant(),
                        Optional.empty());
        tokens.add(token);
        return Response.created(URI.create("/api/v1/tokens/" + token.id()))
                .entity(
                        new Created(
                                token.id(),
                                token.name().value(),
                                role.word(),
                                token.createdAt(),
                                secret))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteToken",
            summary = "Deletes a token; requests with it are refused from now on")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "404", description = "unknown-token")
    public void delete(String id) {
        if (!tokens.delete(tenant.id(), id)) {
            throw new Problem(404, "unknown-token", "this tenant has no such token");
        }
        callers.forgetAll();
    }
}

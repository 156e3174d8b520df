// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.http.CredentialMechanism;
import dev.sextant.http.Problem;
import dev.sextant.http.Problems;
import dev.sextant.tenant.TenantId;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Sign-in of browsers, and who the caller is.
@Path("/api/v1/session")
@PermitAll
@Tag(name = "session", description = "Sign in, sign out, and who is signed in")
public class SessionResource {
    private final SignIn signIn;
    private final Callers callers;
    private final Tenants tenants;
    private final InstantSource clock;
    private final Duration lifetime;

    public SessionResource(
            SignIn signIn,
            Callers callers,
            Tenants tenants,
            InstantSource clock,
            IdentityConfiguration configuration) {
        this.signIn = signIn;
        this.callers = callers;
        this.tenants = tenants;
        this.clock = clock;
        this.lifetime = configuration.session().absolute();
    }

    /// A name and a password.
    @Schema(name = "Credentials")
    public record Credentials(@Nullable String account, @Nullable String password) {}

    /// A tenant by id and name.
    @Schema(name = "TenantName")
    public record TenantName(String id, String name) {}

    /// Who is signed in.
    ///
    /// @param tenant where the request acts
    /// @param tenants all that the caller may name in `X-Sextant-Tenant`
    @Schema(name = "Session")
    public record View(
            String account,
            @Nullable TenantName tenant,
            List<TenantName> tenants,
            @Nullable String role,
            boolean operator) {}

    @POST
    @Operation(
            operationId = "signIn",
            summary = "Signs in with a password; the answer sets the session cookie")
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "401", description = "wrong-credentials")
    @APIResponse(
            responseCode = "429",
            description = "locked-out; Retry-After says for how many seconds")
    public Response signIn(
            @Nullable Credentials credentials,
            @CookieParam(CredentialMechanism.SESSION_COOKIE) @Nullable String old,
            @Context HttpServerRequest request) {
        if (credentials == null
                || credentials.account() == null
                || credentials.password() == null) {
            throw new Problem(
                    400, "invalid-json", "send {\"account\": \"...\", \"password\": \"...\"}");
        }
        var address = String.valueOf(request.remoteAddress().hostAddress());
        var outcome =
                signIn.attempt(
                        credentials.account(), credentials.password(), address, clock.instant());
        return switch (outcome) {
            case SignIn.Outcome.SignedIn signedIn -> {
                if (old != null) {
                    callers.signOut(old);
                }
                yield Response.ok(view(signedIn.secret()))
                        .cookie(cookie(signedIn.secret(), lifetime, request.isSSL()))
                        .build();
            }
            case SignIn.Outcome.WrongCredentials() ->
                    throw new Problem(401, "wrong-credentials", "account or password is wrong");
            case SignIn.Outcome.LockedOut(var retryAfter) -> throw lockedOut(retryAfter);
        };
    }

    private static Problem lockedOut(Duration retryAfter) {
        var seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
        return new Problem(
                        429,
                        "locked-out",
                        "too many wrong passwords; the next attempt is looked at in %d s"
                                .formatted(seconds))
                .header("Retry-After", Long.toString(seconds));
    }

    private View view(String secret) {
        var caller =
                callers.ofSession(secret, clock.instant()).orElseThrow(Problems::unauthenticated);
        return view(caller, caller.membership(Optional.empty()));
    }

    @GET
    @Operation(
            operationId = "currentSession",
            summary = "Who is signed in, in which tenant and role")
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public View current(
            @Context SecurityIdentity identity,
            @HeaderParam(CredentialMechanism.TENANT_HEADER) @Nullable String tenant) {
        Caller caller = identity.getAttribute(CallerIdentityProvider.CALLER);
        if (caller == null) {
            throw Problems.unauthenticated();
        }
        return view(caller, caller.membership(Optional.ofNullable(tenant).map(TenantId::new)));
    }

    private View view(Caller caller, Optional<Membership> here) {
        return new View(
                caller.account().value(),
                here.map(membership -> tenantName(membership.tenant())).orElse(null),
                caller.memberships().stream()
                        .map(membership -> tenantName(membership.tenant()))
                        .toList(),
                here.map(membership -> membership.role().word()).orElse(null),
                caller.operator());
    }

    private TenantName tenantName(TenantId id) {
        var name = tenants.find(id).map(tenant -> tenant.name().value()).orElse(id.value());
        return new TenantName(id.value(), name);
    }

    @DELETE
    @Operation(
            operationId = "signOut",
            summary = "Signs out: ends the session of the cookie, if there is one")
    @APIResponse(responseCode = "204", description = "Signed out")
    public Response signOut(
            @CookieParam(CredentialMechanism.SESSION_COOKIE) @Nullable String secret,
            @Context HttpServerRequest request) {
        if (secret != null) {
            callers.signOut(secret);
        }
        return Response.noContent().cookie(cookie("", Duration.ZERO, request.isSSL())).build();
    }

    private static NewCookie cookie(String value, Duration maxAge, boolean secure) {
        return new NewCookie.Builder(CredentialMechanism.SESSION_COOKIE)
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(secure)
                .maxAge(Math.toIntExact(maxAge.toSeconds()))
                .build();
    }
}

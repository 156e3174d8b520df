// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import dev.sextant.http.CredentialRequest;
import dev.sextant.http.CurrentTenant;
import dev.sextant.http.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/// Turns a request's credential into the security identity that `@RolesAllowed` and [CurrentTenant] look at.
@ApplicationScoped
public class CallerIdentityProvider implements IdentityProvider<CredentialRequest> {
    /// The attribute of the security identity that holds the [Caller].
    static final String CALLER = "caller";

    private final Callers callers;
    private final InstantSource clock;

    public CallerIdentityProvider(Callers callers, InstantSource clock) {
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public Class<CredentialRequest> getRequestType() {
        return CredentialRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            CredentialRequest request, AuthenticationRequestContext context) {
        var recent = callers.ofRecent(request.secret(), clock.instant());
        // Most requests come from somebody who was here a moment ago: no other thread is needed for
        // them.
        return recent.isPresent()
                ? Uni.createFrom().item(() -> identity(recent.get(), request))
                : context.runBlocking(() -> identity(request));
    }

    private SecurityIdentity identity(CredentialRequest request) {
        var now = clock.instant();
        var found =
                switch (request.kind()) {
                    case SESSION -> callers.ofSession(request.secret(), now);
                    case TOKEN -> callers.ofToken(request.secret(), now);
                };
        return identity(found.orElseThrow(AuthenticationFailedException::new), request);
    }

    private static SecurityIdentity identity(Caller caller, CredentialRequest request) {
        var membership = caller.membership(request.tenant());
        if (membership.isEmpty() && request.tenant().isPresent()) {
            throw Problems.unknownTenant();
        }
        var identity =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal(caller.account().value()))
                        .addAttribute(CurrentTenant.ACCOUNT, caller.account().value())
                        .addAttribute(CALLER, caller);
        membership.ifPresent(here ->
                identity.addAttribute(CurrentTenant.TENANT, here.tenant())
                        .addRoles(here.role().implied()));
        if (caller.operator()) {
            identity.addRole(Role.OPERATOR);
        }
        return identity.build();
    }
}

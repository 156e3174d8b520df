// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import dev.sextant.tenant.TenantId;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the credential of a request: the token in `Authorization` first, else the session cookie. Tokens come as
/// `Bearer`, as `Token` (InfluxDB 2) or as the password of `Basic` (InfluxDB 1; the user says nothing). A bad token is refused at
/// once; a bad or expired cookie is as good as none, so that a browser can still reach the sign-in.
@ApplicationScoped
public class CredentialMechanism implements HttpAuthenticationMechanism {
    /// The cookie that holds the secret of a browser's session.
    public static final String SESSION_COOKIE = "sextant_session";

    /// The header by which a member of several tenants names one.
    public static final String TENANT_HEADER = "X-Sextant-Tenant";

    private static final String BASIC = "basic ";
    private static final List<String> PLAIN = List.of("bearer ", "token ");
    private static final int LONGEST_SECRET = 512;

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identities) {
        var authorization = context.request().getHeader("Authorization");
        if (authorization != null) {
            return byToken(context, identities, authorization);
        }
        var cookie = context.request().getCookie(SESSION_COOKIE);
        if (cookie == null
                || cookie.getValue().isEmpty()
                || cookie.getValue().length() > LONGEST_SECRET) {
            return Uni.createFrom().nullItem();
        }
        return ask(context, identities, CredentialRequest.Kind.SESSION, cookie.getValue())
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    private static Uni<SecurityIdentity> byToken(
            RoutingContext context, IdentityProviderManager identities, String authorization) {
        var token =
                authorization.length() > LONGEST_SECRET
                        ? Optional.<String>empty()
                        : token(authorization);
        return token.isEmpty()
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : ask(context, identities, CredentialRequest.Kind.TOKEN, token.get());
    }

    private static Optional<String> token(String authorization) {
        var lower = authorization.toLowerCase(Locale.ROOT);
        if (lower.startsWith(BASIC)) {
            return password(authorization.substring(BASIC.length()).strip());
        }
        return PLAIN.stream()
                .filter(lower::startsWith)
                .findFirst()
                .map(scheme -> authorization.substring(scheme.length()).strip());
    }

    private static Optional<String> password(String userAndPassword) {
        try {
            var decoded = Base64.getDecoder().decode(userAndPassword);
            var text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Uni<SecurityIdentity> ask(
            RoutingContext context,
            IdentityProviderManager identities,
            CredentialRequest.Kind kind,
            String secret) {
        Optional<TenantId> tenant;
        try {
            tenant =
                    Optional.ofNullable(context.request().getHeader(TENANT_HEADER))
                            .map(TenantId::new);
        } catch (IllegalArgumentException invalid) {
            return Uni.createFrom()
                    .failure(
                            new Problem(
                                    400,
                                    "invalid-argument",
                                    TENANT_HEADER + ": " + invalid.getMessage()));
        }
        var request = new CredentialRequest(kind, secret, tenant);
        HttpSecurityUtils.setRoutingContextAttribute(request, context);
        return identities.authenticate(request);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return ProblemRoutes.answer(context, Problems.unauthenticated()).replaceWith(true);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"sextant\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(CredentialRequest.class);
    }
}

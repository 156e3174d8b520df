// SPDX-License-Identifier: Apache-2.0
package dev.sextant.testing;

import static io.restassured.RestAssured.given;

import dev.sextant.identity.AccountName;
import dev.sextant.identity.DisplayName;
import dev.sextant.identity.Founding;
import dev.sextant.identity.Role;
import dev.sextant.identity.SecretHash;
import dev.sextant.identity.Token;
import dev.sextant.identity.Tokens;
import dev.sextant.tenant.TenantId;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Two tenants that share nothing, with a token per role, for tests of resources: inject it into a `@QuarkusTest` and ask
/// `tenants.as(ACME, Role.EDITOR)` for a RestAssured request. Tenants and tokens are made when first asked for.
@ApplicationScoped
public class TestTenants {
    public static final TenantId ACME = new TenantId("acme");
    public static final TenantId GLOBEX = new TenantId("globex");

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final Founding founding;
    private final Tokens tokens;

    TestTenants(Founding founding, Tokens tokens) {
        this.founding = founding;
        this.tokens = tokens;
    }

    /// A JSON request of a member of the tenant in this role.
    public RequestSpecification as(TenantId tenant, Role role) {
        return given().header("Authorization", "Bearer " + token(tenant, role))
                .contentType(ContentType.JSON);
    }

    /// The secret of a token of the tenant with this role.
    public synchronized String token(TenantId tenant, Role role) {
        var secret = "test-token-%s-%s".formatted(tenant, role.word());
        if (tokens.find(SecretHash.of(secret)).isEmpty()) {
            add(tenant, role, false, secret);
        }
        return secret;
    }

    /// A JSON request of whoever operates the platform, acting in the tenant as its owner.
    public synchronized RequestSpecification asOperator(TenantId tenant) {
        var secret = "test-token-%s-operator".formatted(tenant);
        if (tokens.find(SecretHash.of(secret)).isEmpty()) {
            add(tenant, Role.OWNER, true, secret);
        }
        return given().header("Authorization", "Bearer " + secret).contentType(ContentType.JSON);
    }

    private void add(TenantId tenant, Role role, boolean operator, String secret) {
        var owner = new AccountName("owner@" + tenant);
        var name = new DisplayName(tenant.value().toUpperCase(Locale.ROOT));
        founding.found(tenant, name, owner, false, LONG_AGO);
        tokens.add(
                new Token(
                        "test-%s-%s%s".formatted(tenant, role.word(), operator ? "-operator" : ""),
                        tenant,
                        new DisplayName("for tests"),
                        owner,
                        role,
                        operator,
                        SecretHash.of(secret),
                        LONG_AGO,
                        Optional.empty()));
    }
}

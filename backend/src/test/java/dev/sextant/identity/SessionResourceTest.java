// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.sextant.http.CredentialMechanism;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SessionResourceTest {
    private static final String SESSION = "/api/v1/session";
    private static final String TOKENS = "/api/v1/tokens";
    private static final String COOKIE = CredentialMechanism.SESSION_COOKIE;
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @Inject Founding founding;
    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject TestTenants tenants;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final TenantId tenant = new TenantId("first-" + unique);
    private final AccountName ada = new AccountName("ada-" + unique);
    private String password = "";

    @BeforeEach
    void found() {
        var founded = founding.found(tenant, new DisplayName("First"), ada, false, NOW);
        password = founded.flatMap(Founding.Founded::password).orElseThrow();
    }

    private static Response signIn(String account, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("account", account, "password", password))
                .post(SESSION);
    }

    private RequestSpecification signedIn() {
        return given().cookie(COOKIE, signIn(ada.value(), password).cookie(COOKIE))
                .contentType(ContentType.JSON);
    }

    @Test
    void signsInWithAStrictCookieAndKeepsItsHash() {
        var answer = signIn(ada.value(), password);
        answer.then()
                .statusCode(200)
                .body("account", equalTo(ada.value()))
                .body("tenant.id", equalTo(tenant.value()))
                .body("tenant.name", equalTo("First"))
                .body("tenants.id", contains(tenant.value()))
                .body("role", equalTo("owner"))
                .body("operator", equalTo(false));
        var cookie = answer.detailedCookie(COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge()).isEqualTo(7 * 24 * 3600);
        assertThat(cookie.getValue()).hasSize(43);
        assertThat(sessions.find(SecretHash.of(cookie.getValue()))).isPresent();
        given().cookie(COOKIE, cookie.getValue()).get(SESSION).then().statusCode(200);
    }

    @Test
    void refusesWrongCredentialsAlike() {
        var wrong = signIn(ada.value(), "guess");
        wrong.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("wrong-credentials"));
        assertThat(wrong.cookies()).isEmpty();
        var unknown = signIn("nobody-" + unique, "guess");
        assertThat(unknown.asString()).isEqualTo(wrong.asString());
        assertThat(unknown.statusCode()).isEqualTo(401);
    }

    @Test
    void locksOutWhoGuesses() {
        for (var i = 0; i < 5; i++) {
            signIn(ada.value(), "guess").then().statusCode(401);
        }
        var locked = signIn(ada.value(), password);
        locked.then().statusCode(429).body("code", equalTo("locked-out"));
        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 10);
    }

    @Test
    void signsOut() {
        var cookie = signIn(ada.value(), password).cookie(COOKIE);
        var bye = given().cookie(COOKIE, cookie).delete(SESSION);
        bye.then().statusCode(204);
        assertThat(bye.detailedCookie(COOKIE).getMaxAge()).isZero();
        given().cookie(COOKIE, cookie).get(SESSION).then().statusCode(401);
        given().delete(SESSION).then().statusCode(204);
    }

    @Test
    void signingInAgainEndsTheOldSession() {
        var old = signIn(ada.value(), password).cookie(COOKIE);
        var again =
                given().cookie(COOKIE, old)
                        .contentType(ContentType.JSON)
                        .body(Map.of("account", ada.value(), "password", password))
                        .post(SESSION);
        again.then().statusCode(200);
        given().cookie(COOKIE, old).get(SESSION).then().statusCode(401);
        given().cookie(COOKIE, again.cookie(COOKIE)).get(SESSION).then().statusCode(200);
    }

    @Test
    void takesAStaleCookieForNone() {
        given().cookie(COOKIE, "stale")
                .get(SESSION)
                .then()
                .statusCode(401)
                .body("code", equalTo("not-signed-in"));
        given().cookie(COOKIE, "stale")
                .contentType(ContentType.JSON)
                .body(Map.of("account", ada.value(), "password", password))
                .post(SESSION)
                .then()
                .statusCode(200);
    }

    @Test
    void choosesAmongOwnTenantsOnly() {
        var second = new TenantId("second-" + unique);
        founding.found(
                second, new DisplayName("Second"), new AccountName("bob-" + unique), false, NOW);
        accounts.join(new Membership(second, ada, Role.VIEWER, NOW.plusSeconds(1)));
        signedIn()
                .header("X-Sextant-Tenant", second.value())
                .get(SESSION)
                .then()
                .statusCode(200)
                .body("tenant.id", equalTo(second.value()))
                .body("role", equalTo("viewer"))
                .body("tenants.id", contains(tenant.value(), second.value()));
        signedIn().header("X-Sextant-Tenant", second.value()).get(TOKENS).then().statusCode(403);
        signedIn().header("X-Sextant-Tenant", tenant.value()).get(TOKENS).then().statusCode(200);
    }

    @Test
    void tellsNobodyWhichTenantsExist() {
        tenants.token(TestTenants.GLOBEX, Role.VIEWER);
        var foreign = signedIn().header("X-Sextant-Tenant", "globex").get(TOKENS);
        var missing = signedIn().header("X-Sextant-Tenant", "no-such-tenant").get(TOKENS);
        foreign.then().statusCode(404).body("code", equalTo("unknown-tenant"));
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.asString()).isEqualTo(foreign.asString());
        tenants.as(TestTenants.ACME, Role.OWNER)
                .header("X-Sextant-Tenant", "globex")
                .get(TOKENS)
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-tenant"));
        signedIn().header("X-Sextant-Tenant", "Not Valid").get(TOKENS).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
    })
    void refusesWhatForeignPagesSend(String header, String value) {
        signedIn()
                .header(header, value)
                .body(Map.of("name", "planted", "role", "owner"))
                .post(TOKENS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("foreign-origin"));
        given().header(header, value)
                .contentType(ContentType.JSON)
                .body(Map.of("account", ada.value(), "password", password))
                .post(SESSION)
                .then()
                .statusCode(403);
        signedIn().header(header, value).get(TOKENS).then().statusCode(200);
        tenants.as(TestTenants.ACME, Role.ADMIN)
                .header(header, value)
                .body(Map.of("name", "from a tool", "role", "viewer"))
                .post(TOKENS)
                .then()
                .statusCode(201);
    }

    @Test
    void takesWhatItsOwnPagesSend() {
        signedIn()
                .header("Sec-Fetch-Site", "same-origin")
                .body(Map.of("name", "mine", "role", "owner"))
                .post(TOKENS)
                .then()
                .statusCode(201);
    }

    @Test
    void saysWhatItNeeds() {
        given().contentType(ContentType.JSON)
                .body("{\"account\": \"ada\"}")
                .post(SESSION)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-json"));
        given().contentType(ContentType.JSON).post(SESSION).then().statusCode(400);
        given().get(SESSION).then().statusCode(401).contentType("application/problem+json");
    }
}

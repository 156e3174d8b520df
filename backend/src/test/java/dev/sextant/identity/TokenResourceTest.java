// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenResourceTest {
    private static final String TOKENS = "/api/v1/tokens";

    @Inject TestTenants tenants;
    @Inject Tokens tokens;

    @Test
    void showsASecretOnceAndKeepsItsHash() {
        var made =
                tenants.as(ACME, Role.ADMIN)
                        .body(Map.of("name", "robot", "role", "editor"))
                        .post(TOKENS)
                        .then()
                        .statusCode(201)
                        .body("role", equalTo("editor"))
                        .extract()
                        .jsonPath();
        String secret = made.getString("token");
        assertThat(secret).startsWith("sxt_").hasSizeGreaterThan(43);
        assertThat(tokens.find(SecretHash.of(secret)))
                .get()
                .extracting(Token::id)
                .isEqualTo(made.getString("id"));
        var list = tenants.as(ACME, Role.ADMIN).get(TOKENS).then().statusCode(200);
        list.body("items.id", hasItem(made.getString("id")))
                .body("items.token", everyItem(nullValue()));
        assertThat(list.extract().asString()).doesNotContain(secret);
    }

    @Test
    void refusesADeletedTokenAtOnce() {
        var made =
                tenants.as(ACME, Role.OWNER)
                        .body(Map.of("name", "short-lived", "role", "admin"))
                        .post(TOKENS)
                        .jsonPath();
        given().auth().oauth2(made.getString("token")).get(TOKENS).then().statusCode(200);
        tenants.as(ACME, Role.OWNER)
                .delete(TOKENS + "/" + made.getString("id"))
                .then()
                .statusCode(204);
        given().auth().oauth2(made.getString("token")).get(TOKENS).then().statusCode(401);
    }

    @Test
    void hidesOtherTenantsTokens() {
        var id =
                tenants.as(GLOBEX, Role.ADMIN)
                        .body(Map.of("name", "theirs", "role", "viewer"))
                        .post(TOKENS)
                        .jsonPath()
                        .getString("id");
        tenants.as(ACME, Role.OWNER).get(TOKENS).then().body("items.id", not(hasItem(id)));
        tenants.as(ACME, Role.OWNER)
                .delete(TOKENS + "/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-token"));
    }

    @Test
    void givesNobodyMoreThanTheyHave() {
        tenants.as(ACME, Role.ADMIN)
                .body(Map.of("name", "too-high", "role", "owner"))
                .post(TOKENS)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("not-allowed"));
        tenants.as(ACME, Role.EDITOR)
                .get(TOKENS)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
        tenants.as(ACME, Role.VIEWER)
                .body(Map.of("name", "mine", "role", "viewer"))
                .post(TOKENS)
                .then()
                .statusCode(403);
    }

    @Test
    void saysWhatIsWrongWithADraft() {
        tenants.as(ACME, Role.ADMIN)
                .body(Map.of("name", "x", "role", "god"))
                .post(TOKENS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-argument"))
                .body(
                        "detail",
                        equalTo("role \"god\" is not known: use viewer, editor, admin or owner"));
        tenants.as(ACME, Role.ADMIN)
                .body("{}")
                .post(TOKENS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-json"));
    }
}

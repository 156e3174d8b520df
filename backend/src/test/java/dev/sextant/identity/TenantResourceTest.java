// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity;

import static dev.sextant.testing.TestTenants.ACME;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TenantResourceTest {
    private static final String TENANTS = "/api/v1/tenants";

    @Inject TestTenants tenants;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    private Map<String, String> draft(String id) {
        return Map.of("id", id, "name", "New", "ownerAccount", "boss@" + unique);
    }

    @Test
    void makesATenantWhoseOwnerCanSignIn() {
        var id = "new-" + unique;
        var made = tenants.asOperator(ACME).body(draft(id)).post(TENANTS);
        made.then()
                .statusCode(201)
                .body("id", equalTo(id))
                .body("owner.account", equalTo("boss@" + unique));
        String password = made.path("owner.password");
        assertThat(password).hasSizeGreaterThanOrEqualTo(20);
        given().contentType(ContentType.JSON)
                .body(Map.of("account", "boss@" + unique, "password", password))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .body("tenant.id", equalTo(id))
                .body("operator", equalTo(false));
        tenants.asOperator(ACME).get(TENANTS).then().statusCode(200).body("items.id", hasItem(id));
    }

    @Test
    void leavesAnExistingTenantAlone() {
        tenants.asOperator(ACME)
                .body(draft("twice-" + unique))
                .post(TENANTS)
                .then()
                .statusCode(201);
        tenants.asOperator(ACME)
                .body(draft("twice-" + unique))
                .post(TENANTS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("tenant-exists"));
    }

    @Test
    void givesAnExistingAccountOneMoreTenantAndNoNewPassword() {
        tenants.asOperator(ACME).body(draft("one-" + unique)).post(TENANTS).then().statusCode(201);
        tenants.asOperator(ACME)
                .body(draft("two-" + unique))
                .post(TENANTS)
                .then()
                .statusCode(201)
                .body("owner.password", nullValue());
    }

    @Test
    void isForOperatorsOnly() {
        tenants.as(ACME, Role.OWNER)
                .get(TENANTS)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-allowed"));
        tenants.as(ACME, Role.OWNER)
                .body(draft("mine-" + unique))
                .post(TENANTS)
                .then()
                .statusCode(403);
    }

    @Test
    void saysWhatIsWrongWithADraft() {
        tenants.asOperator(ACME)
                .body(Map.of("id", "Bad Id", "name", "x", "ownerAccount", "boss"))
                .post(TENANTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-argument"));
        tenants.asOperator(ACME)
                .body(Map.of("id", "ok-" + unique, "name", "a\nb", "ownerAccount", "boss"))
                .post(TENANTS)
                .then()
                .statusCode(400);
        tenants.asOperator(ACME)
                .body("{}")
                .post(TENANTS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-json"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sextant.identity.Role;
import dev.sextant.testing.PostgresProfile;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionResourceTest {
    @Inject TestTenants tenants;

    @BeforeEach
    @AfterEach
    void asThePlatformDoes() {
        tenants.as(ACME, Role.ADMIN).delete("/api/v1/retention").then().statusCode(204);
    }

    @Test
    void eachTenantHasItsOwn() {
        shows("15d");
        put(Role.ADMIN, "7d").statusCode(200).body("retention", equalTo("7d"));
        put(Role.ADMIN, "36h").statusCode(200);

        shows("1d12h");
        tenants.as(GLOBEX, Role.VIEWER)
                .get("/api/v1/retention")
                .then()
                .body("retention", equalTo("15d"));
        asThePlatformDoes();
        shows("15d");
    }

    @Test
    void namesWhatIsWrong() {
        put(Role.ADMIN, "16d").statusCode(400).body("detail", containsString("1h to 15d"));
        put(Role.ADMIN, "0s").statusCode(400).body("detail", containsString("1h to 15d"));
        put(Role.ADMIN, "soon").statusCode(400).body("detail", containsString("not a duration"));
        put(Role.EDITOR, "7d").statusCode(403);
        tenants.as(ACME, Role.ADMIN)
                .body("{}")
                .put("/api/v1/retention")
                .then()
                .statusCode(400)
                .body("detail", containsString("send"));
        shows("15d");
    }

    private void shows(String retention) {
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/retention")
                .then()
                .statusCode(200)
                .body("retention", equalTo(retention))
                .body("longest", equalTo("15d"));
    }

    private ValidatableResponse put(Role role, String retention) {
        return tenants.as(ACME, role)
                .body("{\"retention\": \"%s\"}".formatted(retention))
                .put("/api/v1/retention")
                .then();
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends RetentionResourceTest {}
}

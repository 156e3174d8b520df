// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.sextant.identity.Role;
import dev.sextant.testing.PostgresProfile;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Secrets go in by REST and come out for the hosts that they are for, and nowhere else.
@QuarkusTest
class SecretResourceTest {
    private static final String PATH = "/api/v1/secrets/prom";
    private static final String VALUE = "correct horse battery staple";

    @Inject TestTenants tenants;
    @Inject SecretVault vault;
    @Inject Secrets secrets;

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends SecretResourceTest {}

    @AfterEach
    void clean() {
        for (var tenant : List.of(ACME, GLOBEX)) {
            secrets.list(tenant).forEach(secret -> secrets.delete(tenant, secret.name()));
        }
    }

    @Test
    void aValueGoesInAndComesOutForItsHostsOnly() throws SecretRefusedException {
        put(VALUE, "Prom.example.com").statusCode(200).body(not(containsString("horse")));

        tenants.as(ACME, Role.EDITOR)
                .get("/api/v1/secrets")
                .then()
                .statusCode(200)
                .body("items[0].name", equalTo("prom"))
                .body("items[0].hosts", equalTo(List.of("prom.example.com")))
                .body(not(containsString("horse")));
        assertThat(vault.reveal(ACME, "prom", "PROM.example.com")).isEqualTo(VALUE);
        assertThatThrownBy(() -> vault.reveal(ACME, "prom", "evil.example.com"))
                .hasMessageContaining("is not for evil.example.com");
        assertThatThrownBy(() -> vault.reveal(GLOBEX, "prom", "prom.example.com"))
                .hasMessageContaining("no secret");
        assertThat(secrets.find(ACME, "prom").orElseThrow().sealed().text())
                .doesNotContain("horse");
    }

    @Test
    void hostsChangeWithoutTheValue() throws SecretRefusedException {
        put(VALUE, "one").statusCode(200);

        tenants.as(ACME, Role.ADMIN)
                .body(Map.of("hosts", List.of("two")))
                .put(PATH)
                .then()
                .statusCode(200);

        assertThat(vault.reveal(ACME, "prom", "two")).isEqualTo(VALUE);
        assertThatThrownBy(() -> vault.reveal(ACME, "prom", "one"))
                .isInstanceOf(SecretRefusedException.class);
    }

    @Test
    void whatIsNoSecretIsRefusedByName() {
        put("two\nlines", "host").statusCode(400).body("detail", containsString("one line"));
        put("", "host").statusCode(400);
        put("x".repeat(9_000), "host").statusCode(400);
        put(VALUE, "http://host/").statusCode(400).body("detail", containsString("hosts"));
        tenants.as(ACME, Role.ADMIN).body(Map.of("value", "x")).put(PATH).then().statusCode(400);
        tenants.as(ACME, Role.ADMIN)
                .body(Map.of("hosts", List.of("host")))
                .put(PATH)
                .then()
                .statusCode(400)
                .body("detail", containsString("needs a value"));
        tenants.as(ACME, Role.ADMIN)
                .body(Map.of("value", "x", "hosts", List.of("host")))
                .put("/api/v1/secrets/No%20Name")
                .then()
                .statusCode(400);
        assertThat(secrets.list(ACME)).isEmpty();
    }

    @Test
    void onlyAdminsWriteAndTenantsShareNothing() {
        put(VALUE, "host").statusCode(200);
        tenants.as(GLOBEX, Role.ADMIN)
                .body(Map.of("value", "other", "hosts", List.of("host")))
                .put(PATH)
                .then()
                .statusCode(200);

        tenants.as(ACME, Role.EDITOR).delete(PATH).then().statusCode(403);
        tenants.as(ACME, Role.VIEWER).get("/api/v1/secrets").then().statusCode(403);
        tenants.as(ACME, Role.ADMIN).delete(PATH).then().statusCode(204);
        tenants.as(ACME, Role.ADMIN).delete(PATH).then().statusCode(404);
        assertThat(secrets.list(GLOBEX)).hasSize(1);
        assertThat(secrets.tenants()).contains(GLOBEX).doesNotContain(ACME);
    }

    @Test
    void aRowThatIsCopiedToAnotherTenantDoesNotOpen() {
        put(VALUE, "host").statusCode(200);

        secrets.put(GLOBEX, secrets.find(ACME, "prom").orElseThrow());

        assertThatThrownBy(() -> vault.reveal(GLOBEX, "prom", "host"))
                .hasMessageContaining("can't be opened")
                .hasMessageNotContaining("horse");
    }

    private ValidatableResponse put(String value, String host) {
        return tenants.as(ACME, Role.ADMIN)
                .body(Map.of("value", value, "hosts", List.of(host)))
                .put(PATH)
                .then();
    }
}

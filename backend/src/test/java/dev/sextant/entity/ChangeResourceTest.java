// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ChangeResourceTest {
    private static final String DISK = "disk:disk=d1";

    @Inject TestTenants tenants;

    @Test
    void changesAndMaintenanceAreMadeKnown() {
        editor().body("{\"entities\": [{\"type\": \"disk\", \"labels\": {\"disk\": \"d1\"}}]}")
                .post("/api/v1/entities")
                .then()
                .statusCode(200);
        editor().body(
                        "{\"changes\": [{\"entity\": \"%s\", \"kind\": \"firmware\", \"text\": \"7\"}]}"
                                .formatted(DISK))
                .post("/api/v1/changes")
                .then()
                .statusCode(200);
        viewer().get("/api/v1/changes?entity={id}&limit=1", DISK)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("firmware"));

        editor().body(
                        "{\"windows\": [{\"entity\": \"%s\", \"until\": \"2999-01-01T00:00:00Z\", \"reason\": \"swap\"}]}"
                                .formatted(DISK))
                .post("/api/v1/maintenance")
                .then()
                .statusCode(200);
        String id =
                viewer().get("/api/v1/maintenance")
                        .then()
                        .statusCode(200)
                        .body("items.find { it.entity == 'disk:disk=d1' }.reason", equalTo("swap"))
                        .extract()
                        .path("items.find { it.entity == 'disk:disk=d1' }.id");
        tenants.as(GLOBEX, Role.OWNER)
                .delete("/api/v1/maintenance/{id}", id)
                .then()
                .statusCode(404);
        editor().delete("/api/v1/maintenance/{id}", id).then().statusCode(204);
        editor().delete("/api/v1/maintenance/{id}", id)
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-maintenance"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    changes     | {}                                                           | 400 | send {
                    changes     | {"changes": [{"entity": "a"}]}                               | 400 | needs an entity
                    changes     | {"changes": [{"entity": "a", "kind": "Two words"}]}          | 400 | one word
                    changes     | {"changes": [{"entity": "a", "kind": "x", "time": "2999-01-01T00:00:00Z"}]} | 400 | later than now
                    changes     | {"changes": [{"entity": "a", "kind": "x"}]}                  | 404 | no entity "a"
                    maintenance | {}                                                           | 400 | send {
                    maintenance | {"windows": [{"entity": "a"}]}                               | 400 | needs an entity
                    maintenance | {"windows": [{"entity": "a", "until": "2020-01-01T00:00:00Z"}]} | 400 | end after it begins
                    maintenance | {"windows": [{"entity": "a", "until": "2999-01-01T00:00:00Z"}]} | 404 | no entity "a"
                    """)
    void saysWhatIsWrong(String path, String body, int status, String detail) {
        editor().body(body)
                .post("/api/v1/" + path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    private RequestSpecification editor() {
        return tenants.as(ACME, Role.EDITOR);
    }

    private RequestSpecification viewer() {
        return tenants.as(ACME, Role.VIEWER);
    }
}

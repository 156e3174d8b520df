// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import static dev.sextant.testing.TestTenants.GLOBEX;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Walks every operation of the OpenAPI document, those of tomorrow included: nobody without a credential gets in, and only
/// what is listed here as open to viewers is.
@QuarkusTest
class EveryOperationTest {
    private static final String SIGN_IN = "/api/v1/session";

    /// Operations that are sent by POST because they carry a body, and change nothing.
    private static final Set<String> QUESTIONS =
            Set.of(
                    "POST /api/v1/query",
                    "POST /api/v1/made-up-queries",
                    "POST /api/v1/log-templates",
                    "POST /api/v1/algorithms/{name}/run",
                    "POST /api/v1/algorithms/own/{name}/run",
                    "POST /api/v1/algorithms/try",
                    "POST /api/v1/algorithms/compare",
                    "POST /api/v1/entities-about",
                    "POST /api/v1/rules/check",
                    "POST /api/v1/rules/run");

    @Inject TestTenants tenants;

    private record Operation(String method, String path) {
        int status(RequestSpecification request) {
            return request.body("{}")
                    .request(method, path.replaceAll("\\{[^}]*}", "none"))
                    .statusCode();
        }

        boolean changes() {
            return !method.equals("GET") && !QUESTIONS.contains(method + " " + path);
        }
    }

    private static List<Operation> operations() {
        Map<String, Map<String, Object>> paths =
                given().get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getMap("paths");
        var operations = new ArrayList<Operation>();
        paths.forEach((path, methods) ->
                methods.keySet().stream()
                        .filter(key -> !key.equals("parameters"))
                        .map(method -> new Operation(method.toUpperCase(Locale.ROOT), path))
                        .forEach(operations::add));
        operations.removeIf(operation ->
                operation.path().equals(SIGN_IN) || !operation.path().startsWith("/api/"));
        assertThat(operations).hasSizeGreaterThan(5);
        return operations;
    }

    @Test
    void nobodyGetsInWithoutACredential() {
        for (var operation : operations()) {
            assertThat(operation.status(given().contentType(ContentType.JSON)))
                    .as("%s", operation)
                    .isEqualTo(401);
            var wrong = given().contentType(ContentType.JSON).auth().oauth2("sxt_wrong");
            assertThat(operation.status(wrong)).as("%s", operation).isEqualTo(401);
        }
    }

    @Test
    void viewersChangeNothing() {
        for (var operation : operations()) {
            if (operation.changes()) {
                var status = operation.status(tenants.as(GLOBEX, Role.VIEWER));
                assertThat(status).as("%s", operation).isEqualTo(403);
            }
        }
    }

    @Test
    void anotherTenantIsNotToldApartFromNone() {
        for (var operation : operations()) {
            var foreign =
                    tenants.as(GLOBEX, Role.OWNER)
                            .header(CredentialMechanism.TENANT_HEADER, "acme");
            assertThat(operation.status(foreign)).as("%s", operation).isEqualTo(404);
        }
    }
}

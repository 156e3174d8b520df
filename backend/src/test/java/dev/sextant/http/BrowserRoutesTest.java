// SPDX-License-Identifier: Apache-2.0
package dev.sextant.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BrowserRoutesTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Inject TestTenants tenants;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/alerts",
                "/rules/cpu.high/edit",
                "/explore?metric=host.cpu"
            })
    void answersPagesWithTheUi(String path) {
        // Without the UI (a build of the backend alone) there is no page to answer with.
        var isBuilt =
                Thread.currentThread()
                                .getContextClassLoader()
                                .getResource("META-INF/resources/index.html")
                        != null;
        given().accept(HTML)
                .get(path)
                .then()
                .statusCode(isBuilt ? 200 : 404)
                .contentType(containsString(isBuilt ? "text/html" : "application/problem+json"))
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Strict-Transport-Security", nullValue());
    }

    @Test
    void answersTheHeadOfAPageLikeThePage() {
        var page = given().accept(HTML).get("/alerts").statusCode();
        given().accept(HTML).head("/alerts").then().statusCode(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone.js", "/sdk/gone.d.ts", "/q/gone"})
    void answersNoPageWhereNoneIs(String path) {
        given().accept(HTML).get(path).then().statusCode(404).body(not(containsString("<html")));
    }

    @Test
    void answersNoPageToPrograms() {
        given().accept("application/json")
                .get("/alerts")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        given().accept(HTML).get("/api/v1/alerts-of-nobody").then().statusCode(401);
    }

    @Test
    void keepsDataOutOfCaches() {
        tenants.as(TestTenants.ACME, Role.OWNER)
                .get("/api/v1/tokens")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", notNullValue());
    }

    @Test
    void leavesHealthAndDocumentOpen() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/session'.post.operationId", equalTo("signIn"))
                .body("paths.'/api/v1/session'.post.responses.'401'.content", notNullValue())
                .body("paths.'/api/v1/tokens'.get.responses.default.content", notNullValue())
                .body("components.securitySchemes.token.scheme", equalTo("bearer"))
                .body("components.schemas.Problem.required", notNullValue());
    }
}

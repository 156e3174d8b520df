// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rules over REST, on real worker processes. Each test saves rules of its own.
@QuarkusTest
class RuleResourceTest {
    private static final String RULES = "/api/v1/rules";

    @Inject TestTenants tenants;

    @Test
    void aSavedRuleComesBackWithItsHeaderAndVersion() {
        save("saved")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/api/v1/rules/saved"));
        tenants.as(ACME, Role.VIEWER)
                .get(RULES + "/saved")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("id", equalTo("saved"))
                .body("title.en", equalTo("Busy"))
                .body("every", equalTo("1h"))
                .body("enabled", equalTo(true))
                .body("header.params[0].name", equalTo("threshold"))
                .body("source", containsString("export default rule"));
        tenants.as(ACME, Role.VIEWER)
                .get(RULES)
                .then()
                .statusCode(200)
                .body("items.id", hasItem("saved"));
    }

    @Test
    void anIdIsTakenOnce() {
        save("taken").then().statusCode(201);
        save("taken").then().statusCode(409).body("code", equalTo("rule-exists"));
    }

    @Test
    void nothingIsOverwritten() {
        save("shared").then().statusCode(201);
        var change = Map.of("parameters", Map.of("threshold", 95));
        tenants.as(ACME, Role.EDITOR).body(change).put(RULES + "/shared").then().statusCode(428);
        tenants.as(ACME, Role.EDITOR)
                .header("If-Match", "\"1\"")
                .body(change)
                .put(RULES + "/shared")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("parameters.threshold", equalTo(95));
        tenants.as(ACME, Role.EDITOR)
                .header("If-Match", "\"1\"")
                .body(change)
                .put(RULES + "/shared")
                .then()
                .statusCode(412)
                .body("code", equalTo("rule-changed"))
                .body("version", equalTo(2));
        tenants.as(ACME, Role.VIEWER)
                .get(RULES + "/shared/versions")
                .then()
                .body("items.number", contains(2, 1));
    }

    @Test
    void aRuleKeepsItsId() {
        save("first").then().statusCode(201);
        tenants.as(ACME, Role.EDITOR)
                .header("If-Match", "\"1\"")
                .body(Map.of("source", source("second")))
                .put(RULES + "/first")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-rule"))
                .body("detail", containsString("save it as a new rule"));
    }

    @Test
    void aParameterIsHeldAgainstItsBounds() {
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", source("bounds"), "parameters", Map.of("threshold", 400)))
                .post(RULES)
                .then()
                .statusCode(400)
                .body("detail", containsString("threshold must be at most 100"));
    }

    @Test
    void aSyntaxErrorNamesItsLine() {
        tenants.as(ACME, Role.EDITOR)
                .body(
                        Map.of(
                                "source",
                                "import { rule } from \"sextant\";\n\nexport default rule({ id: \"x\" ;\n"))
                .post(RULES)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-rule"))
                .body("line", equalTo(3))
                .body("diagnostics", hasSize(1));
    }

    @Test
    void aPythonFileWithoutARuleIsRefused() {
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", "from sextant import rule", "language", "python"))
                .post(RULES)
                .then()
                .statusCode(400)
                .body("detail", containsString("the file declares no rule"));
    }

    @Test
    void anotherTenantFindsNothing() {
        save("private").then().statusCode(201);
        tenants.as(GLOBEX, Role.OWNER).get(RULES + "/private").then().statusCode(404);
        tenants.as(GLOBEX, Role.OWNER)
                .header("If-Match", "\"1\"")
                .body("{}")
                .put(RULES + "/private")
                .then()
                .statusCode(404);
        tenants.as(GLOBEX, Role.OWNER).delete(RULES + "/private").then().statusCode(404);
        tenants.as(GLOBEX, Role.OWNER).get(RULES).then().body("items.id", not(hasItem("private")));
        tenants.as(GLOBEX, Role.OWNER)
                .get(RULES + "/private/evaluations")
                .then()
                .body("items", hasSize(0));
        tenants.as(ACME, Role.VIEWER).get(RULES + "/private").then().statusCode(200);
    }

    @Test
    void aViewerLooksAndAnEditorWrites() {
        tenants.as(ACME, Role.VIEWER)
                .body(Map.of("source", source("mine")))
                .post(RULES)
                .then()
                .statusCode(403);
        save("mine").then().statusCode(201);
        tenants.as(ACME, Role.VIEWER).delete(RULES + "/mine").then().statusCode(403);
        tenants.as(ACME, Role.EDITOR).delete(RULES + "/mine").then().statusCode(204);
        tenants.as(ACME, Role.EDITOR)
                .get(RULES + "/mine")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-rule"));
    }

    @Test
    void aCheckSaysWhatIsWrongAndStoresNothing() {
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", source("checked").replace("every:", "evry:")))
                .post(RULES + "/check")
                .then()
                .statusCode(200)
                .body("header", nullValue())
                .body("diagnostics[0].message", containsString("every"));
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", source("checked")))
                .post(RULES + "/check")
                .then()
                .statusCode(200)
                .body("header.id", equalTo("checked"))
                .body("diagnostics", hasSize(0));
        tenants.as(ACME, Role.VIEWER).get(RULES + "/checked").then().statusCode(404);
    }

    @Test
    void aDryRunShowsTheErrorAtItsLine() {
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", source("dry")))
                .post(RULES + "/run")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("failed"))
                .body("problem.message", containsString("no.such.metric"))
                .body("problem.line", equalTo(9));
    }

    @Test
    void anEndlessLoopPassesItsLimitAndNothingElseStops() {
        var endless = source("endless").replace("const found", "for (;;) {} const found");
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", endless))
                .post(RULES + "/run")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("limit"))
                .body("problem.message", notNullValue());
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", source("after")))
                .post(RULES + "/check")
                .then()
                .body("header.id", equalTo("after"));
    }

    @Test
    void aRunOfNothingIsABadRequest() {
        tenants.as(ACME, Role.EDITOR)
                .body("{}")
                .post(RULES + "/run")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-run"));
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("id", "missing"))
                .post(RULES + "/run")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-rule"));
    }

    @Test
    void theGalleryHasRulesThatCanBeSaved() {
        var source =
                tenants.as(ACME, Role.VIEWER)
                        .get("/api/v1/gallery")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items[0].source");
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", source))
                .post(RULES + "/check")
                .then()
                .body("diagnostics", hasSize(0));
    }

    private Response save(String id) {
        return tenants.as(ACME, Role.EDITOR).body(Map.of("source", source(id))).post(RULES);
    }

    private static String source(String id) {
        return """
        import { rule, p, clear } from "sextant";

        export default rule({
          id: "%s", title: { en: "Busy" },
          every: "1h", timeout: "1s",
          needs: ["metrics:read:no.such.metric"],
          params: { threshold: p.percent(80, { max: 100 }) },
          evaluate({ params, data }) {
            const found = data.metric("no.such.metric").last("5m").avg().rows();
            return found.map((s) => clear(s));
          },
        });
        """
                .formatted(id);
    }
}

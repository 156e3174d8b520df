// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Modules over REST, and rules that import them, on real worker processes.
@QuarkusTest
class ModuleResourceTest {
    private static final String MODULES = "/api/v1/modules";
    private static final String RULES = "/api/v1/rules";

    @Inject TestTenants tenants;

    @Test
    void aRuleKeepsTheVersionItWasSavedWith() {
        create("keeps/budget.js", "export const budget = () => 1;").then().statusCode(201);
        saveRule("keeps", "keeps/budget.js", "").then().statusCode(201);
        replace("keeps/budget.js", 1, "export const budget = () => 2;")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("users[0].version", equalTo(1));

        run(Map.of("id", "keeps")).then().body("verdicts[0].value", equalTo(2f));
        tenants.as(ACME, Role.VIEWER)
                .get(RULES + "/keeps")
                .then()
                .body("header.imports[0].name", equalTo("keeps/budget.js"))
                .body("header.imports[0].version", equalTo(1))
                .body("header.imports[0].pinned", equalTo(false));
        tenants.as(ACME, Role.VIEWER)
                .get(MODULES)
                .then()
                .body("items.find { it.name == 'keeps/budget.js' }.version", equalTo(2))
                .body("items.find { it.name == 'keeps/budget.js' }.outdated", equalTo(1))
                .body(
                        "items.find { it.name == 'keeps/budget.js' }.users[0].rule",
                        equalTo("keeps"));

        tenants.as(ACME, Role.EDITOR)
                .header("If-Match", "\"1\"")
                .body(Map.of("newestModules", true))
                .put(RULES + "/keeps")
                .then()
                .statusCode(200)
                .body("header.imports[0].version", equalTo(2));
        tenants.as(ACME, Role.VIEWER)
                .get(RULES + "/keeps/versions")
                .then()
                .body("items.modules.version.flatten()", contains(2, 1));
    }

    @Test
    void aRuleMayAskForAVersion() {
        create("pins/budget.js", "export const budget = () => 1;").then().statusCode(201);
        replace("pins/budget.js", 1, "export const other = 2;").then().statusCode(200);

        saveRule("pins", "pins/budget.js", "modules: { \"pins/budget\": 1 },")
                .then()
                .statusCode(201)
                .body("header.imports[0].version", equalTo(1))
                .body("header.imports[0].pinned", equalTo(true));
        saveRule("pins-computed", "pins/budget.js", "modules: { [`pins/${\"budget\"}`]: 1 },")
                .then()
                .statusCode(400)
                .body("detail", containsString("budget"));
        saveRule("pins-none", "pins/budget.js", "modules: { \"pins/budget\": 9 },")
                .then()
                .statusCode(400)
                .body("detail", containsString("no version 9 of pins/budget.js; its newest is 2"));
        saveRule("pins-unused", "pins/budget.js", "modules: { \"pins/budget\": 1, \"pins/x\": 1 },")
                .then()
                .statusCode(400)
                .body("detail", containsString("pins/x, which the rule does not import"));
    }

    @Test
    void aModuleThatCannotBeReadIsRefusedAtItsLine() {
        create("broken/budget.js", "export const budget = 1;\nexport const b = ;")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-module"))
                .body("line", equalTo(2))
                .body("detail", not(containsString("broken/budget.js, line")));
        create("broken/other.js", "import \"./bugdet.js\";")
                .then()
                .statusCode(400)
                .body("detail", startsWith("there is no module broken/bugdet.js"));
        create("budget.js", "")
                .then()
                .statusCode(400)
                .body("detail", containsString("a folder and a file"));
        create("broken/large.js", "//" + "x".repeat(70_000))
                .then()
                .statusCode(400)
                .body("detail", containsString("65,536 bytes"));
    }

    @Test
    void pythonRulesImportModulesOfPython() {
        create("pyshared/budget.py", "def budget():\n    return 3\n").then().statusCode(201);
        create("pyshared/broken.py", "def budget():\n    return )\n")
                .then()
                .statusCode(400)
                .body("line", equalTo(2));

        savePython("py-budget", "pyshared.budget")
                .then()
                .statusCode(201)
                .body("header.imports.name", contains("pyshared/budget.py"));
        savePython("py-wrong", "pyshared.bugdet")
                .then()
                .statusCode(400)
                .body(
                        "detail",
                        equalTo(
                                "there is no module pyshared/bugdet.py; did you mean pyshared/budget.py?"))
                .body("line", equalTo(2));
        run(Map.of("id", "py-budget")).then().body("verdicts[0].value", equalTo(3f));
    }

    private Response savePython(String id, String module) {
        var source =
                """
                from sextant import rule, clear
                from %s import budget
                @rule(id="%s", every="1h")
                def evaluate(ctx):
                    return clear({"host": "a"}, value=budget())
                """;
        return tenants.as(ACME, Role.EDITOR)
                .body(
                        Map.of(
                                "source",
                                source.formatted(module, id),
                                "language",
                                "python",
                                "enabled",
                                false))
                .post(RULES);
    }

    @Test
    void aMisspeltImportNamesWhatWasMeant() {
        create("near/budget.js", "export const budget = () => 1;").then().statusCode(201);

        saveRule("near", "near/bugdet.js", "")
                .then()
                .statusCode(400)
                .body(
                        "detail",
                        equalTo("there is no module near/bugdet.js; did you mean near/budget.js?"))
                .body("line", equalTo(2));
    }

    @Test
    void aUsedModuleStays() {
        create("used/inner.js", "export const two = 2;").then().statusCode(201);
        create(
                        "used/budget.js",
                        "import { two } from \"./inner.js\"; export const budget = () => two;")
                .then()
                .statusCode(201);
        saveRule("used", "used/budget.js", "").then().statusCode(201);

        delete("used/inner.js")
                .then()
                .statusCode(409)
                .body("code", equalTo("module-used"))
                .body("users.rule", contains("used"));
        tenants.as(ACME, Role.EDITOR).delete(RULES + "/used").then().statusCode(204);
        delete("used/inner.js").then().statusCode(204);
        delete("used/inner.js").then().statusCode(404);
        create("used/inner.js", "export const two = 3;")
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"");
    }

    @Test
    void savesAreHeldAgainstTheVersionSeen() {
        create("seen/budget.js", "export const a = 1;").then().statusCode(201);
        create("seen/budget.js", "export const a = 1;").then().statusCode(409);
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", "export const a = 2;"))
                .put(MODULES + "/seen/budget.js")
                .then()
                .statusCode(428);
        replace("seen/budget.js", 1, "export const a = 2;").then().statusCode(200);
        replace("seen/budget.js", 1, "export const a = 3;")
                .then()
                .statusCode(412)
                .body("version", equalTo(2));
        tenants.as(ACME, Role.VIEWER)
                .get(MODULES + "/seen/budget.js?version=1")
                .then()
                .body("source", equalTo("export const a = 1;"))
                .body("newest", equalTo(2))
                .body("versions.version", contains(2, 1));
        tenants.as(ACME, Role.VIEWER)
                .get(MODULES + "/seen/budget.js?version=3")
                .then()
                .statusCode(404);
    }

    @Test
    void anotherTenantSeesNothing() {
        create("private/budget.js", "export const budget = () => 1;").then().statusCode(201);
        tenants.as(GLOBEX, Role.OWNER).get(MODULES + "/private/budget.js").then().statusCode(404);
        tenants.as(GLOBEX, Role.OWNER)
                .get(MODULES)
                .then()
                .body("items.name", not(hasItem("private/budget.js")));
        tenants.as(GLOBEX, Role.EDITOR)
                .body(Map.of("source", rule("theirs", "private/budget.js", "")))
                .post(RULES)
                .then()
                .statusCode(400)
                .body("detail", startsWith("there is no module private/budget.js"));
        tenants.as(GLOBEX, Role.OWNER)
                .get(RULES)
                .then()
                .body("items.findAll { it.id == 'theirs' }", empty());
    }

    private Response create(String name, String source) {
        return tenants.as(ACME, Role.EDITOR)
                .body(Map.of("name", name, "source", source))
                .post(MODULES);
    }

    private Response replace(String name, int version, String source) {
        return tenants.as(ACME, Role.EDITOR)
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("source", source))
                .put(MODULES + "/" + name);
    }

    private Response delete(String name) {
        return tenants.as(ACME, Role.EDITOR).delete(MODULES + "/" + name);
    }

    private Response saveRule(String id, String module, String header) {
        return tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", rule(id, module, header), "enabled", false))
                .post(RULES);
    }

    private Response run(Map<String, String> what) {
        return tenants.as(ACME, Role.EDITOR).body(what).post(RULES + "/run");
    }

    private static String rule(String id, String module, String header) {
        return """
        import { rule, clear } from "sextant";
        import { budget } from "./%s";
        export default rule({ id: "%s", every: "1h", %s
          evaluate() { return [clear({ host: "a" }, { value: 2 * budget() })]; } });
        """
                .formatted(module, id, header);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import static dev.sextant.testing.TestTenants.ACME;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A save runs the rule's tests; no version that fails them runs, and none that runs is stopped by them.
@QuarkusTest
class TestsAtSaveTest {
    private static final String RULES = "/api/v1/rules";

    private static final String JAVASCRIPT =
            """
            import { rule, fire } from "sextant";
            export default rule({ id: "%s", every: "1m", needs: ["metrics:read:m"],
              evaluate: ({ data }) => data.metric("m").last("2m").avg().whereNow(">", %d).map(s => fire(s)) });
            """;

    private static final String PYTHON =
            """
            from sextant import rule, fire

            @rule(id="%s", every="1m", needs=["metrics:read:m"])
            def evaluate(ctx):
                return [fire(s) for s in ctx.data.metric("m").last("2m").avg().where_now(">", %d)]
            """;

    private static final String JAVASCRIPT_TESTS =
            """
            import { check, gen } from "sextant/testing";
            import mine from "./mine.rule.js";
            check(mine, "fires above 5", t => {
              t.series("m", { host: "a" }, gen.constant(1).shift(8, "00:05", "5m"));
              t.run("2026-03-02T00:00/15m");
              t.expect.alerts().toHaveLength(1);
            });
            """;

    private static final String PYTHON_TESTS =
            """
            from sextant.testing import check, gen
            from %s import evaluate

            @check(evaluate, "fires above 5")
            def above(t):
                t.series("m", {"host": "a"}, gen.constant(1).shift(8, "00:05", "5m"))
                t.run("2026-03-02T00:00/15m")
                t.expect.alerts().to_have_length(1)
            """;

    @Inject TestTenants tenants;

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "python"})
    void aNewRuleThatFailsItsTestsIsKeptSwitchedOff(String language) {
        var id = "failing-" + language;
        save(language, id, 50)
                .statusCode(201)
                .body("enabled", equalTo(false))
                .body("testRun.passed", equalTo(false))
                .body("testRun.checks[0].name", equalTo("fires above 5"))
                .body("testRun.checks[0].expectations[0].seen", equalTo("0"));

        change(id, 1, Map.of("source", source(language, id, 5), "enabled", true))
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("testRun.passed", equalTo(true));
        tenants.as(ACME, Role.VIEWER)
                .get(RULES + "/" + id)
                .then()
                .body("enabled", equalTo(true))
                .body("testRun", equalTo(null));
    }

    @Test
    void aRuleThatRunsGoesOnWhenAnEditFailsItsTests() {
        save("javascript", "running", 5).statusCode(201).body("enabled", equalTo(true));
        var edit = Map.<String, Object>of("source", source("javascript", "running", 50));

        change("running", 1, edit)
                .statusCode(409)
                .body("code", equalTo("tests-failed"))
                .body("detail", containsString("rule running runs: it goes on as version 1"))
                .body("testRun.checks[0].passed", equalTo(false));
        tenants.as(ACME, Role.VIEWER)
                .get(RULES + "/running")
                .then()
                .header("ETag", "\"1\"")
                .body("enabled", equalTo(true));

        change("running", 1, Map.of("enabled", false, "source", edit.get("source")))
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("testRun.passed", equalTo(false));
        change("running", 2, Map.of("enabled", true))
                .statusCode(200)
                .body("enabled", equalTo(false))
                .body("testRun.passed", equalTo(false));
    }

    @Test
    void testsRunOnlyWhereTheyMaySaySomething() {
        save("javascript", "quiet", 5).statusCode(201);
        change("quiet", 1, Map.of("enabled", false)).statusCode(200).body("testRun", equalTo(null));
        change("quiet", 2, Map.of("tests", "", "source", source("javascript", "quiet", 50)))
                .statusCode(200)
                .body("testRun", equalTo(null));
        change("quiet", 3, Map.of("enabled", true)).statusCode(200).body("enabled", equalTo(true));
    }

    @Test
    void aTestFileThatCannotRunFails() {
        tenants.as(ACME, Role.EDITOR)
                .body(
                        Map.of(
                                "source",
                                source("javascript", "broken-tests", 5),
                                "tests",
                                "nonsense("))
                .post(RULES)
                .then()
                .statusCode(201)
                .body("enabled", equalTo(false))
                .body("testRun.problem.line", equalTo(1));
    }

    private ValidatableResponse save(String language, String id, int limit) {
        var tests =
                language.equals("python")
                        ? PYTHON_TESTS.formatted(id.replace('-', '_'))
                        : JAVASCRIPT_TESTS;
        return tenants.as(ACME, Role.EDITOR)
                .body(
                        Map.of(
                                "source", source(language, id, limit),
                                "language", language,
                                "tests", tests))
                .post(RULES)
                .then();
    }

    private ValidatableResponse change(String id, int version, Map<String, Object> change) {
        return tenants.as(ACME, Role.EDITOR)
                .header("If-Match", "\"%d\"".formatted(version))
                .body(change)
                .put(RULES + "/" + id)
                .then();
    }

    private static String source(String language, String id, int limit) {
        return (language.equals("python") ? PYTHON : JAVASCRIPT).formatted(id, limit);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.identity.Role;
import dev.sextant.store.SampleAppender;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Algorithms of a tenant's own over REST and in rules, on real worker processes.
@QuarkusTest
class OwnAlgorithmResourceTest {
    private static final String OWN = "/api/v1/algorithms/own/";
    private static final String DISTANCE =
            """
            import { algorithm, p } from "sextant";
            export default algorithm({
              title: { en: "Distance", zh: "距离" },
              params: { border: p.number(%d, { min: 1 }) },
              score: (values, times, { border }) => values.map((value) => value / border),
              tests: { "nine is far": (run) => run([1, 9]).score[1] > 1 },
            });
            """;
    private static final String JAVASCRIPT_RULE =
            """
            import { rule } from "sextant";
            export default rule({ id: "r", every: "1m", timeout: "60s", needs: ["metrics:read:own.*"],
              evaluate({ data, algo }) {
                const load = data.metric("own.load").by("host").last("30m", "1m");
                const found = algo.detect(load, { method: "own/in-rules" }).where({ scoreAbove: 1 }).rows();
                const other = algo.use("own/in-rules@1")(load, { border: 9 }).rows();
                return found.map((row) => ({ entity: row.entity, score: row.score, value: other[0].score }));
              } });
            """;
    private static final String PYTHON_RULE =
            """
            from sextant import rule, fire
            @rule(id="r", every="1m", timeout="60s", needs=["metrics:read:own.*"])
            def evaluate(ctx):
                load = ctx.data.metric("own.load").by("host").last("30m", "1m")
                for row in ctx.algo.detect(load, method="own/in-rules").where(score_above=1):
                    yield fire(row.entity, score=row.score)
            """;
    private static final Map<String, Object> GIVEN =
            Map.of(
                    "labels", Map.of("host", "a"),
                    "times", List.of(60_000, 120_000),
                    "values", List.of(4, 8));

    @Inject TestTenants tenants;
    @Inject SampleAppender samples;

    @Test
    void aVersionIsInShadowUntilItIsPromotedAndComesBackByRollback() {
        save("stages", 0, DISTANCE.formatted(2))
                .statusCode(200)
                .body("stage", equalTo("shadow"))
                .body("kind", equalTo("anomaly"))
                .body("tests[0].problem", nullValue())
                .body("header.params[0].default", equalTo(2));
        run("stages").statusCode(404).body("detail", containsString("has no stable version"));
        run("stages@1").statusCode(200).body("series[0].sides.score.values", contains(2f, 4f));

        post("stages/promote", Map.of("version", 1))
                .statusCode(200)
                .body("stage", equalTo("stable"))
                .body("history[0].by", notNullValue());
        save("stages", 1, DISTANCE.formatted(4)).statusCode(200).body("version", equalTo(2));
        run("stages").statusCode(200).body("series[0].sides.score.values", contains(2f, 4f));
        post("stages/promote", Map.of()).statusCode(200).body("stable", equalTo(2));
        run("stages").statusCode(200).body("series[0].sides.score.values", contains(1f, 2f));

        post("stages/rollback", Map.of())
                .statusCode(200)
                .body("stable", equalTo(1))
                .body("versions.stage", contains("retired", "stable"))
                .body("history", hasSize(5));
        post("stages/rollback", Map.of()).statusCode(409);
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/algorithms")
                .then()
                .body("items.find { it.name == 'own/stages' }.origin", equalTo("own"))
                .body("items.find { it.name == 'own/stages' }.stable", equalTo(1))
                .body("items.find { it.name == 'anomaly.auto' }.origin", equalTo("built-in"));
        tenants.as(ACME, Role.EDITOR).delete(OWN + "stages").then().statusCode(409);
        post("stages/retire", Map.of()).statusCode(200).body("stable", nullValue());
    }

    @Test
    void failingTestsKeepAVersionFromBecomingStable() {
        save("failing", 0, DISTANCE.formatted(20))
                .statusCode(200)
                .body("tests[0].problem", equalTo("the test answers false"));
        post("failing/promote", Map.of())
                .statusCode(409)
                .body("code", equalTo("tests-failed"))
                .body("detail", containsString("nine is far"));
        tenants.as(ACME, Role.EDITOR).delete(OWN + "failing").then().statusCode(204);
        tenants.as(ACME, Role.VIEWER).get(OWN + "failing").then().statusCode(404);
    }

    @Test
    void whatIsWrongIsRefusedAtItsLine() {
        save("Wrong", 0, DISTANCE.formatted(2)).statusCode(400);
        save(
                        "wrong",
                        0,
                        "import { algorithm } from \"sextant\";\nexport default algorithm({ scor() {} });")
                .statusCode(400)
                .body("line", equalTo(2));
        save(
                        "wrong",
                        0,
                        "import { rule } from \"sextant\";\nexport default rule({ id: \"r\", every: \"1m\", evaluate() {} });")
                .statusCode(400)
                .body("detail", containsString("declares a rule"));
        save("twice", 0, DISTANCE.formatted(2)).statusCode(200);
        save("twice", 0, DISTANCE.formatted(2)).statusCode(428);
        save("twice", 7, DISTANCE.formatted(2)).statusCode(412);
        run("twice@9").statusCode(404).body("detail", containsString("the newest is 1"));
        tenants.as(GLOBEX, Role.EDITOR).get(OWN + "twice").then().statusCode(404);
        tenants.as(GLOBEX, Role.EDITOR)
                .body(Map.of("series", List.of(GIVEN)))
                .post(OWN + "twice@1/run")
                .then()
                .statusCode(404);
        tenants.as(ACME, Role.VIEWER)
                .body(Map.of("source", DISTANCE.formatted(2)))
                .put(OWN + "viewer")
                .then()
                .statusCode(403);
    }

    @Test
    void aDraftIsTriedOnGivenSeries() {
        tenants.as(ACME, Role.EDITOR)
                .body(
                        Map.of(
                                "source", DISTANCE.formatted(2),
                                "options", Map.of("border", 8),
                                "series", List.of(GIVEN)))
                .post("/api/v1/algorithms/try")
                .then()
                .statusCode(200)
                .body("series[0].sides.score.values", contains(0.5f, 1f));
        tenants.as(ACME, Role.EDITOR)
                .body(
                        Map.of(
                                "source", DISTANCE.formatted(2),
                                "options", Map.of("boarder", 8),
                                "series", List.of(GIVEN)))
                .post("/api/v1/algorithms/try")
                .then()
                .statusCode(400)
                .body("detail", containsString("did you mean border?"));
    }

    @Test
    void anAlgorithmIsNoRule() {
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", DISTANCE.formatted(2), "enabled", false))
                .post("/api/v1/rules")
                .then()
                .statusCode(400)
                .body("detail", containsString("declares an algorithm"));
    }

    @Test
    void rulesInBothLanguagesCallIt() {
        savedInRules();

        rule("javascript", JAVASCRIPT_RULE)
                .body("problem", nullValue())
                .body("verdicts[0].score", equalTo(3f))
                .body("verdicts[0].value", equalTo(1f));
        rule("python", PYTHON_RULE)
                .body("problem", nullValue())
                .body("verdicts[0].score", equalTo(3f));
        rule("javascript", JAVASCRIPT_RULE.replace("rules@1", "rulez"))
                .body("problem.message", containsString("did you mean own/in-rules?"));
    }

    @Test
    void testsOfRulesRunTheVersionThatTheRuleWouldUse() {
        save("in-tests", 0, DISTANCE.formatted(100)).statusCode(200);
        save("in-tests", 1, DISTANCE.formatted(3)).statusCode(200);
        post("in-tests/promote", Map.of("version", 2)).statusCode(200);

        tested("own/in-tests").body("problem", nullValue()).body("passed", equalTo(true));
        tested("own/in-tests@1").body("checks[0].expectations.passed", contains(false));
        tested("own/in-test@1")
                .body("passed", equalTo(false))
                .body("checks[0].problem.message", containsString("did you mean own/in-tests?"));
    }

    private ValidatableResponse tested(String method) {
        var rule = JAVASCRIPT_RULE.replaceAll("own/in-rules(@1)?", method);
        var tests =
                """
                import { check, gen } from "sextant/testing";
                import own from "./r.rule.js";
                check(own, "fires on a rise", t => {
                  t.series("own.load", { host: "a" }, gen.constant(1).spike(9, "00:50", "5m"));
                  t.run("2026-03-02T00:45/10m");
                  t.expect.firstFire({ host: "a" }).between("00:49", "00:53");
                });
                """;
        return tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", rule, "tests", tests))
                .post("/api/v1/rules/test")
                .then()
                .statusCode(200);
    }

    private void savedInRules() {
        var now = Instant.now().toEpochMilli() / 60_000 * 60_000;
        var times = new long[30];
        Arrays.setAll(times, index -> now - (29L - index) * 60_000);
        var values = new double[30];
        Arrays.setAll(values, index -> index == 29 ? 9 : 1);
        var key = new SeriesKey("own.load", Labels.of("host", "h1"));
        samples.append(ACME, List.of(new Series(key, times, values)));
        save("in-rules", 0, DISTANCE.formatted(3)).statusCode(200);
        post("in-rules/promote", Map.of()).statusCode(200);
    }

    private ValidatableResponse rule(String language, String source) {
        return tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", source, "language", language))
                .post("/api/v1/rules/run")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse save(String name, int before, String source) {
        var request = tenants.as(ACME, Role.EDITOR);
        if (before > 0) {
            request.header("If-Match", "\"" + before + "\"");
        }
        return request.body(Map.of("source", source, "documentation", "# Distance"))
                .put(OWN + name)
                .then();
    }

    private ValidatableResponse post(String path, Map<String, ?> body) {
        return tenants.as(ACME, Role.EDITOR).body(body).post(OWN + path).then();
    }

    private ValidatableResponse run(String name) {
        return tenants.as(ACME, Role.VIEWER)
                .body(Map.of("series", List.of(GIVEN)))
                .post(OWN + name + "/run")
                .then();
    }
}

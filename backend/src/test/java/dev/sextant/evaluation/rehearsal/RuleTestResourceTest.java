// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import static dev.sextant.testing.TestTenants.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Test files of rules over REST, on real worker processes.
@QuarkusTest
class RuleTestResourceTest {
    /// Judges against the same time of the day before, with what this version has.
    private static final String KPI =
            """
            import { rule, p, fire, clear } from "sextant";

            export default rule({
              id: "kpi-dynamic", title: "KPI off its usual range",
              every: "1m", delay: "auto", timeout: "20s", needs: ["metrics:read:svc.*"],
              params: { border: p.number(0.25, { min: 0.1, max: 1 }) },
              fire: { for: "3m", keep: "5m" },
              evaluate({ params, data, state }) {
                state.slots = (state.slots ?? 0) + 1;
                const now = data.metric("svc.requests").by("service", "zone").last("2m").avg();
                const before = data.metric("svc.requests").by("service", "zone").last("2m").offset("1d").avg();
                return now.over(before).judge(s => s.value < 1 - params.border
                  ? fire(s, { severity: s.value < 0.5 ? "critical" : "warning", reason: `${s.value.toFixed(2)} of yesterday` })
                  : clear(s));
              },
            });
            """;

    /// The example of the documentation, as it stands.
    private static final String TESTS =
            """
            // kpi-dynamic.test.js
            import { check, gen } from "sextant/testing";
            import kpi from "./kpi-dynamic.rule.js";

            check(kpi, "fires 3 to 5 min after a 40 % drop, never on the daily wave", t => {
              t.series("svc.requests", { service: "pay", zone: "a" }, gen.wave("1d", 900, 200).noise(0.03).drop(0.4, "12:00", "30m"));
              t.run("2026-03-02T00:00/36h");
              t.expect.firstFire({ service: "pay" }).between("12:03", "12:05");
              t.expect.alerts().toHaveLength(1);
            });
            """;

    @Inject TestTenants tenants;

    @Test
    void theExampleOfTheDocumentationRuns() {
        var answer =
                test(KPI, TESTS)
                        .body("problem", equalTo(null))
                        .body("checks[0].name", containsString("40 % drop"))
                        .body("checks[0].problem", equalTo(null))
                        .body("checks[0].expectations.passed", contains(true, true))
                        .body("checks[0].alerts", hasSize(1))
                        .body("checks[0].alerts[0].labels.service", equalTo("pay"))
                        .body("checks[0].slots", equalTo(36 * 60 + 1))
                        .body("passed", equalTo(true))
                        .extract();

        assertThat(answer.jsonPath().getString("checks[0].alerts[0].firedAt"))
                .isBetween("2026-03-02T12:03:00Z", "2026-03-02T12:05:00Z");
    }

    @Test
    void aRuleInPythonIsTestedInPython() {
        var rule =
                """
                from sextant import rule, P, fire, clear

                @rule(id="kpi-dynamic", every="1m", needs=["metrics:read:svc.*"], fire=dict(for_="3m"))
                def evaluate(ctx, limit=P.number(70)):
                    for s in ctx.data.metric("svc.requests").by("service").last("2m").avg():
                        yield fire(s, reason=f"{s.value}") if s.value < limit else clear(s)
                """;
        var tests =
                """
                from sextant.testing import check, gen
                from kpi_dynamic import evaluate

                @check(evaluate, "fires on a drop")
                def drop(t):
                    t.series("svc.requests", {"service": "pay"}, gen.constant(100).drop(0.4, "00:30", "20m"))
                    t.run("2026-03-02T00:00/1h")
                    t.expect.first_fire(service="pay").between("00:33", "00:35")
                    t.expect.alerts().to_have_length(2)
                """;

        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", rule, "tests", tests, "language", "python"))
                .post("/api/v1/rules/test")
                .then()
                .statusCode(200)
                .body("problem", equalTo(null))
                .body("checks[0].expectations.passed", contains(true, false))
                .body("checks[0].expectations.line", contains(8, 9))
                .body("checks[0].expectations[1].seen", equalTo("1"));
    }

    @Test
    void whatIsNotMetIsSaidWithWhatHappened() {
        test(
                        KPI,
                        tests(
                                """
                                t.params({ border: 0.5 });
                                t.series("svc.requests", { service: "pay" }, gen.constant(100).drop(0.4, "00:30", "20m").drop(0.5, "00:30", "20m"));
                                t.run("2026-03-02T00:00/1h");
                                t.expect.firstFire({ service: "pay" }).before("00:32");
                                t.expect.firstResolve({ service: "pay" }).between("00:54", "00:57");
                                t.expect.states({ service: "pay" }, "00:30", "00:36").toBe(".PPPFFF");
                                t.expect.severity().toBe("warning");
                                t.expect.verdicts({ service: "pay" }, "00:40").toBe("fire");
                                t.expect.noFire({ service: "search" });
                                """))
                .body("passed", equalTo(false))
                .body("checks[0].passed", equalTo(false))
                .body(
                        "checks[0].expectations.passed",
                        contains(false, true, true, false, true, true))
                .body("checks[0].expectations[0].text", equalTo("pay fires first to 00:32"))
                .body("checks[0].expectations[0].seen", equalTo("00:34"))
                .body("checks[0].expectations[0].line", equalTo(8))
                .body("checks[0].expectations[3].seen", equalTo("critical"));
    }

    @Test
    void aRuleThatFailsIsShownWithItsLineAndSlot() {
        var rule = KPI.replace("return now", "if (state.slots > 5) { nothing(); }\n    return now");
        var body =
                """
                t.series("svc.requests", { service: "pay" }, gen.constant(100));
                t.run("2026-03-02T00:00/20m");
                """;

        test(rule, tests(body + "t.expect.noFire();"))
                .body("passed", equalTo(false))
                .body("checks[0].problem.message", containsString("nothing is not defined"))
                .body("checks[0].problem.line", equalTo(12))
                .body("checks[0].problem.slot", equalTo("2026-03-02T00:05:00Z"))
                .body("checks[0].failedSlots", equalTo(10));
        test(rule, tests(body + "t.expect.failure(\"nothing is not defined\");"))
                .body("passed", equalTo(true));
    }

    @Test
    void whatCannotRunSaysWhy() {
        test(KPI, "import { check } from \"sextant/testing\";\ncheck(1, \"x\", () => {});")
                .body("problem.message", containsString("check takes the rule first"))
                .body("problem.line", equalTo(2));
        test(KPI, "import x from \"./none.js\";")
                .body("problem.message", containsString("none.js"));
        test("export default 1", TESTS)
                .body("problem.message", containsString("the rule has an error"));
        test(KPI, tests("t.params({ border: 9 }); t.run(\"2026-03-02/1h\"); t.expect.noFire();"))
                .body("checks[0].problem.message", containsString("border must be at most 1"));
        test(KPI, tests("t.run(\"2026-03-02/90d\"); t.expect.noFire();"))
                .body("checks[0].problem.message", containsString("no metric svc.requests"));
        test(
                        KPI,
                        tests(
                                "t.series(\"svc.requests\", {}, gen.constant(1), { every: \"1s\" }); t.run(\"2026-03-02/90d\"); t.expect.noFire();"))
                .body("checks[0].problem.message", containsString("at most 2,000,000 points"));
    }

    @Test
    void lateDataIsSeenAfterTheDelayOnly() {
        var body =
                """
                t.series("svc.requests", { service: "pay" }, gen.constant(100).drop(0.9, "00:30", "20m"), { late: "%s" });
                t.run("2026-03-02T00:00/1h");
                t.expect.firstFire().at("%s");
                """;

        test(KPI, tests(body.formatted("10s", "00:33")))
                .body("checks[0].expectations[0].seen", equalTo("00:33"));
        test(KPI, tests(body.formatted("70s", "00:34")))
                .body("checks[0].expectations[0].seen", equalTo("00:34"));
    }

    private ValidatableResponse test(String source, String tests) {
        return tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", source, "tests", tests))
                .post("/api/v1/rules/test")
                .then()
                .statusCode(200);
    }

    private static String tests(String body) {
        return """
        import { check, gen } from "sextant/testing";
        import kpi from "./kpi-dynamic.rule.js";

        check(kpi, "a check", t => {
        %s
        });
        """
                .formatted(body);
    }
}

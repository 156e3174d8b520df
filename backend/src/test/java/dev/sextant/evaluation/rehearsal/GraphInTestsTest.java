// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import static dev.sextant.testing.TestTenants.ACME;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import dev.sextant.identity.Role;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A test of a rule brings entities, relations, changes, maintenances and alerts of other rules, and the rule finds them as
/// it would in production.
@QuarkusTest
class GraphInTestsTest {
    private static final String JAVASCRIPT =
            """
            import { rule, fire, clear, suppressed } from "sextant";
            export default rule({
              id: "probe-down", every: "1m", needs: ["metrics:read:probe.up", "entities:read", "alerts:read"], fire: { for: "0s" },
              evaluate({ data, entities, alerts }) {
                const core = entities.type("service").tagged("core");
                const probe = data.metric("probe.up").of(core).last("2m").min()
                  .except(entities.inMaintenance()).except(entities.withChange("5m"));
                const own = alerts.active().filter((a) => a.ruleId === "probe-down").length;
                return probe.judge((s) => {
                  if (s.value !== 0) return clear(s);
                  const cause = entities.upstream(s.entity, { via: ["calls"] }).firing().nearest();
                  return cause ? suppressed(s, { by: cause }) : fire(s, { reason: `${own} before` });
                });
              },
            });
            """;

    private static final String JAVASCRIPT_TESTS =
            """
            import { check, gen } from "sextant/testing";
            import probe from "./probe-down.rule.js";

            check(probe, "suppresses by a cause that fires", t => {
              for (const service of ["pay", "cart", "blog"]) {
                t.entity("service", { service }, service === "blog" ? {} : { tags: ["core"] });
                t.series("probe.up", { service }, gen.constant(1).drop(1, "00:10", "20m"));
              }
              t.entity("database", { db: "main" }, { name: "main database", owners: ["dba"] });
              t.relation({ service: "pay" }, "calls", { db: "main" });
              t.alert("database-down", { db: "main", shard: "1" }, "00:08", "30m");
              t.run("2026-03-02T00:00/40m");
              t.expect.alerts({ service: "blog" }).toHaveLength(0);
              t.expect.alerts({ service: "cart" }).toHaveLength(1);
              t.expect.verdicts({ service: "pay" }, "00:15").toBe("suppressed");
              t.expect.verdicts({ service: "cart" }, "00:15").toBe("fire");
              t.expect.alerts({ service: "pay" }).toHaveLength(0);
            });

            check(probe, "leaves out what is worked on", t => {
              t.entity("service", { service: "pay" }, { tags: ["core"] });
              t.entity("service", { service: "cart" }, { tags: ["core"] });
              for (const service of ["pay", "cart"]) t.series("probe.up", { service }, gen.constant(0));
              t.maintenance({ service: "pay" }, "00:00", "10m");
              t.change({ service: "cart" }, "00:20", "deployment", "4.2");
              t.run("2026-03-02T00:00/40m");
              t.expect.verdicts({ service: "pay" }, "00:09").toBe("none");
              t.expect.verdicts({ service: "pay" }, "00:10").toBe("fire");
              t.expect.verdicts({ service: "cart" }, "00:22").toBe("none");
              t.expect.verdicts({ service: "cart" }, "00:26").toBe("fire");
            });
            """;

    private static final String PYTHON =
            """
            from sextant import rule, fire, clear, suppressed

            @rule(id="probe-down", every="1m", needs=["metrics:read:probe.up", "entities:read"], fire=dict(for_="0s"))
            def evaluate(ctx):
                core = ctx.entities.type("service").tagged("core")
                for s in ctx.data.metric("probe.up").of(core).last("2m").min():
                    cause = ctx.entities.upstream(s.entity, via=["calls"]).firing().nearest()
                    if s.value == 0:
                        yield suppressed(s, by=cause) if cause else fire(s)
            """;

    private static final String PYTHON_TESTS =
            """
            from sextant.testing import check, gen
            from probe_down import evaluate


            @check(evaluate, "suppresses by a cause that fires")
            def cause(t):
                t.entity("service", {"service": "pay"}, tags=["core"])
                t.entity("database", {"db": "main"})
                t.relation({"service": "pay"}, "calls", {"db": "main"})
                t.series("probe.up", {"service": "pay"}, gen.constant(0))
                t.alert("database-down", {"db": "main"}, "00:10", "10m")
                t.maintenance({"db": "main"}, "00:00", "10m")
                t.change({"db": "main"}, "00:00", "deployment")
                t.run("2026-03-02T00:00/30m")
                t.expect.verdicts({"service": "pay"}, "00:05").to_be("fire")
                t.expect.verdicts({"service": "pay"}, "00:15").to_be("suppressed")
                t.expect.verdicts({"service": "pay"}, "00:25").to_be("fire")
            """;

    @Inject TestTenants tenants;

    @Test
    void inJavaScript() {
        test("javascript", JAVASCRIPT, JAVASCRIPT_TESTS)
                .body("problem", equalTo(null))
                .body("checks", hasSize(2))
                .body("checks.problem", everyItem(equalTo(null)))
                .body("checks[0].expectations.findAll { !it.passed }", hasSize(0))
                .body("checks[1].expectations.findAll { !it.passed }", hasSize(0))
                // The rule saw no alert of its own before it fired, and keeps the reason of its
                // last slot.
                .body("checks[0].alerts[0].reason.en", equalTo("1 before"));
    }

    @Test
    void inPython() {
        test("python", PYTHON, PYTHON_TESTS)
                .body("problem", equalTo(null))
                .body("checks[0].problem", equalTo(null))
                .body("checks[0].expectations.findAll { !it.passed }", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    t.relation({ service: "pay" }, "calls", { db: "x" }); | the check has no entity with labels {service="pay"}
                    t.entity("Service", { service: "pay" });              | entity type "Service" is not valid
                    t.entity("service", { service: "pay" }, { tag: 1 });  | entity has no option tag; did you mean tags?
                    t.entity("service", { service: 1 });                  | entity takes labels such as
                    t.alert("", { a: "b" }, "00:00");                     | the rule of an alert must be a text
                    """)
    void whatIsWrongIsSaid(String line, String message) {
        var tests =
                """
                import { check } from "sextant/testing";
                import probe from "./probe-down.rule.js";
                check(probe, "a check", t => { %s t.run("2026-03-02T00:00/1h"); t.expect.noFire(); });
                """
                        .formatted(line);

        test("javascript", JAVASCRIPT, tests)
                .body("passed", equalTo(false))
                .body("problem.message", containsString(message));
    }

    private ValidatableResponse test(String language, String rule, String tests) {
        return tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", rule, "tests", tests, "language", language))
                .post("/api/v1/rules/test")
                .then()
                .statusCode(200);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.plan;

import static dev.sextant.testing.TestTenants.ACME;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;

import dev.sextant.identity.Role;
import dev.sextant.store.SampleAppender;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a tenant may use is what its plan says, from the moment when an operator gives it another one.
@QuarkusTest
class TenantPlanResourceTest {
    private static final TenantId FRUGAL = new TenantId("frugal");
    private static final String LOOP = "for (;;) {}";
    private static final String READ = "data.metric(\"m\").last(\"5m\").rows();";

    @Inject TestTenants tenants;
    @Inject SampleAppender samples;

    @BeforeEach
    void aTenantOnTheStandardPlan() {
        tenants.token(FRUGAL, Role.EDITOR);
        assign("standard").statusCode(200);
    }

    @Test
    void scriptsAndQueriesKeepToThePlan() {
        samples.append(FRUGAL, List.of(point("a"), point("b")));
        run(READ).body("outcome", equalTo("completed"));

        assign("tiny").statusCode(200).body("plan", equalTo("tiny"));

        run(READ)
                .body("outcome", equalTo("limit"))
                .body("problem.limit.name", equalTo("querySeries"))
                .body("problem.limit.used", equalTo(2))
                .body("problem.limit.allowed", equalTo(1));
        run(LOOP)
                .body("outcome", equalTo("limit"))
                .body("problem.limit.name", equalTo("wallTime"))
                .body("problem.limit.allowed", equalTo(2_000));

        assign("standard").statusCode(200);
        run(READ).body("outcome", equalTo("completed"));
    }

    @Test
    void theLimitsStandBesideTheUsage() {
        assign("tiny").statusCode(200).body(limit("tenantCpu", "allowed"), equalTo(30_000));
        run("for (let i = 0; i < 1e6; i++);");

        tenants.as(FRUGAL, Role.VIEWER)
                .get("/api/v1/usage")
                .then()
                .statusCode(200)
                .body("plan", equalTo("tiny"))
                .body(limit("wallTime", "allowed"), equalTo(2_000))
                .body(limit("wallTime", "used"), equalTo(null))
                .body(limit("querySeries", "allowed"), equalTo(1))
                .body(limit("queryPoints", "allowed"), equalTo(50_000_000))
                .body(limit("memory", "unit"), equalTo("bytes"))
                .body(limit("tenantCpu", "used"), greaterThan(0))
                .body(limit("tenantCpu", "allowed"), equalTo(30_000));
    }

    @Test
    void anOperatorSeesThePlansAndWhoHasThem() {
        assign("tiny").statusCode(200);

        tenants.asOperator(ACME)
                .get("/api/v1/plans")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("standard", "tiny"))
                .body("items.find { it.name == 'tiny' }.tenants", equalTo(1));
        tenants.asOperator(ACME)
                .get("/api/v1/tenants")
                .then()
                .body("items.find { it.id == 'frugal' }.plan", equalTo("tiny"));
        tenants.asOperator(ACME)
                .get("/api/v1/tenants/frugal/plan")
                .then()
                .statusCode(200)
                .body("plan", equalTo("tiny"));
    }

    @Test
    void whatIsWrongIsSaid() {
        assign("gold")
                .statusCode(400)
                .body("code", equalTo("unknown-plan"))
                .body("detail", containsString("there is no plan gold; known are standard, tiny"));
        tenants.asOperator(ACME)
                .body(Map.of())
                .put("/api/v1/tenants/frugal/plan")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-json"));
        tenants.asOperator(ACME)
                .body(Map.of("plan", "tiny"))
                .put("/api/v1/tenants/nobody/plan")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-tenant"));
        tenants.as(FRUGAL, Role.OWNER)
                .body(Map.of("plan", "tiny"))
                .put("/api/v1/tenants/frugal/plan")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse assign(String plan) {
        return tenants.asOperator(ACME)
                .body(Map.of("plan", plan))
                .put("/api/v1/tenants/frugal/plan")
                .then();
    }

    private ValidatableResponse run(String body) {
        var source =
                """
                import { rule } from "sextant";
                export default rule({ id: "r", every: "1m", timeout: "30s", needs: ["metrics:read:*"],
                  evaluate({ data }) { %s } });
                """
                        .formatted(body);
        return tenants.as(FRUGAL, Role.EDITOR)
                .body(Map.of("source", source, "language", "javascript"))
                .post("/api/v1/rules/run")
                .then()
                .statusCode(200);
    }

    private static String limit(String name, String field) {
        return "limits.find { it.name == '%s' }.%s".formatted(name, field);
    }

    private static Series point(String host) {
        return new Series(
                new SeriesKey("m", Labels.of("host", host)),
                new long[] {Instant.now().minusSeconds(10).toEpochMilli()},
                new double[] {1});
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.identity.Role;
import dev.sextant.telemetry.Labels;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlertResourceTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    @Inject TestTenants tenants;
    @Inject Alerts alerts;

    private final String rule = "rule-" + UUID.randomUUID();

    @Test
    void showsAnAlertWithItsTimelineAndCharts() {
        fire(0, "a");
        fire(1, "a");
        var id = alerts.listOpen(ACME, rule).getFirst().id();

        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/alerts/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("ruleId", equalTo(rule))
                .body("ruleTitle.en", equalTo("CPU high"))
                .body("labels.host", equalTo("a"))
                .body("state", equalTo("firing"))
                .body("condition", equalTo("ok"))
                .body("severity", equalTo("critical"))
                .body("value", equalTo(0.9f))
                .body("reason.zh", equalTo("繁忙"))
                .body("since", equalTo("2026-11-21T00:00:00Z"))
                .body("firedAt", equalTo("2026-11-21T00:01:00Z"))
                .body("resolvedAt", nullValue())
                .body("timeline.from", contains("inactive", "pending"))
                .body("timeline.to", contains("pending", "firing"))
                .body("timeline[1].at", equalTo("2026-11-21T00:01:00Z"))
                .body("timeline[1].reason.en", equalTo("busy"))
                .body("charts[0].title", equalTo("CPU"));
    }

    @Test
    void listsByStateAndRule() {
        fire(0, "a", "b");
        fire(1, "a");

        list("?rule=" + rule).body("items", hasSize(2)).body("next", nullValue());
        list("?rule=" + rule + "&state=firing").body("items.labels.host", contains("a"));
        list("?rule=" + rule + "&state=firing,inactive").body("items", hasSize(2));
        list("?rule=" + rule + "&state=firing&state=inactive").body("items", hasSize(2));
        list("?rule=" + rule + "&state=resolved").body("items", hasSize(0));
    }

    @Test
    void pagesThroughAList() {
        fire(0, "a", "b", "c");
        var next =
                list("?limit=2&rule=" + rule)
                        .body("items", hasSize(2))
                        .body("next", notNullValue())
                        .extract()
                        .path("next");
        list("?limit=2&rule=" + rule + "&after=" + next)
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void anUnknownStateIsNamed() {
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/alerts?state=burning")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-argument"))
                .body("detail", containsString("burning"))
                .body("detail", containsString("firing"));
    }

    @Test
    void anotherTenantFindsNothing() {
        fire(0, "a");
        var id = alerts.listOpen(ACME, rule).getFirst().id();

        tenants.as(GLOBEX, Role.OWNER)
                .get("/api/v1/alerts/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("unknown-alert"));
        tenants.as(GLOBEX, Role.OWNER)
                .get("/api/v1/alerts?rule=" + rule)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void nobodyIsLetInWithoutACredential() {
        given().get("/api/v1/alerts").then().statusCode(401).body("code", notNullValue());
    }

    private ValidatableResponse list(String query) {
        return tenants.as(ACME, Role.VIEWER).get("/api/v1/alerts" + query).then().statusCode(200);
    }

    private void fire(int minute, String... hosts) {
        var evidence =
                new Evidence(
                        0.9,
                        null,
                        new Text(Map.of("en", "busy", "zh", "繁忙")),
                        "[{\"title\":\"CPU\",\"series\":[]}]");
        var findings =
                List.of(hosts).stream()
                        .map(host ->
                                (Finding)
                                        new Finding.Fire(
                                                Labels.of("host", host),
                                                Severity.CRITICAL,
                                                evidence))
                        .toList();
        var lifecycle =
                new AlertLifecycle(
                        new AlertSource(ACME, rule, Text.of("CPU high")),
                        new AlertPolicy(Duration.ofMinutes(1), Duration.ZERO, null));
        alerts.put(
                ACME,
                lifecycle.advanceAll(
                        alerts.listOpen(ACME, rule),
                        Judgement.ofSuspects(findings),
                        START.plus(Duration.ofMinutes(minute))));
    }
}

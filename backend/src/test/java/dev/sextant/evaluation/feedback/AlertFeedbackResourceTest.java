// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.feedback;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.alert.AlertLifecycle;
import dev.sextant.alert.AlertPolicy;
import dev.sextant.alert.AlertSource;
import dev.sextant.alert.Alerts;
import dev.sextant.alert.Evidence;
import dev.sextant.alert.Finding;
import dev.sextant.alert.Judgement;
import dev.sextant.alert.Severity;
import dev.sextant.alert.Text;
import dev.sextant.evaluation.EvaluationCost;
import dev.sextant.evaluation.EvaluationDetail;
import dev.sextant.evaluation.EvaluationLog;
import dev.sextant.evaluation.LedgerEntry;
import dev.sextant.evaluation.Outcome;
import dev.sextant.evaluation.VerdictCounts;
import dev.sextant.identity.Role;
import dev.sextant.rule.RuleId;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantTransactions;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Feedback on alerts over REST, with the ledger and the labels in a database.
@QuarkusTest
class AlertFeedbackResourceTest {
    private static final Instant SLOT = Instant.parse("2026-11-21T00:00:00Z");

    @Inject TestTenants tenants;
    @Inject Alerts alerts;
    @Inject EvaluationLog log;
    @Inject TenantTransactions transactions;

    private final RuleId rule = new RuleId("feedback-" + UUID.randomUUID());
    private final String metric = "feedback." + UUID.randomUUID();

    @Test
    void anOpinionBecomesALabelAndIsTakenBack() {
        var path = fired();
        evaluated();
        tenants.as(ACME, Role.VIEWER).get(path).then().statusCode(200).body("useful", nullValue());

        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("useful", false, "note", "backup 备份"))
                .put(path)
                .then()
                .statusCode(200)
                .body("useful", equalTo(false))
                .body("labels.metric", contains(metric))
                .body("labels[0].labels.host", equalTo("a"))
                .body("labels[0].from", equalTo("2026-11-21T00:00:00Z"));
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/labelled-incidents?metric=" + metric)
                .then()
                .body("items", hasSize(1))
                .body("items[0].useful", equalTo(false))
                .body("items[0].note", equalTo("backup 备份"))
                .body("items[0].alert", equalTo(id()));

        tenants.as(ACME, Role.EDITOR).delete(path).then().statusCode(204);
        tenants.as(ACME, Role.VIEWER).get(path).then().body("labels", hasSize(0));
    }

    @Test
    void whatIsWrongIsRefused() {
        var path = fired();
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("useful", true))
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("unknown-metrics"))
                .body("detail", containsString(rule.value()));
        tenants.as(ACME, Role.EDITOR).body(Map.of()).put(path).then().statusCode(400);
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("useful", true, "note", "x".repeat(501)))
                .put(path)
                .then()
                .statusCode(400)
                .body("detail", containsString("501"));
        tenants.as(ACME, Role.VIEWER).body(Map.of("useful", true)).put(path).then().statusCode(403);
        tenants.as(GLOBEX, Role.EDITOR).get(path).then().statusCode(404);
        tenants.as(GLOBEX, Role.EDITOR)
                .body(Map.of("useful", true))
                .put(path)
                .then()
                .statusCode(404);
        tenants.as(GLOBEX, Role.EDITOR).delete(path).then().statusCode(404);
    }

    private String id() {
        return alerts.listOpen(ACME, rule.value()).getFirst().id();
    }

    private String fired() {
        var lifecycle =
                new AlertLifecycle(
                        new AlertSource(ACME, rule.value(), Text.of("CPU high")),
                        new AlertPolicy(Duration.ZERO, Duration.ZERO, null));
        var finding =
                new Finding.Fire(Labels.of("host", "a"), Severity.WARNING, Evidence.of("busy"));
        alerts.put(
                ACME,
                lifecycle.advanceAll(List.of(), Judgement.ofSuspects(List.of(finding)), SLOT));
        return "/api/v1/alerts/" + id() + "/feedback";
    }

    private void evaluated() {
        var cost = new EvaluationCost(1, 1, 1, 1, 1, List.of(), List.of(), List.of(metric));
        var entry =
                new LedgerEntry(
                        UUID.randomUUID().toString(),
                        rule,
                        1,
                        SLOT,
                        SLOT,
                        Outcome.COMPLETED,
                        null,
                        SLOT,
                        Duration.ZERO,
                        new EvaluationDetail(
                                new VerdictCounts(1, 0, 0, 0), cost, List.of(), null, null, null));
        transactions.call(
                ACME,
                () -> {
                    log.append(ACME, entry);
                    return true;
                });
    }
}

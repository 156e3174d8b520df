// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.sextant.alert.Advance;
import dev.sextant.alert.Alert;
import dev.sextant.alert.AlertState;
import dev.sextant.alert.AlertStatus;
import dev.sextant.alert.AlertSubject;
import dev.sextant.alert.Alerts;
import dev.sextant.alert.Condition;
import dev.sextant.alert.Evidence;
import dev.sextant.alert.Severity;
import dev.sextant.alert.Swings;
import dev.sextant.alert.Text;
import dev.sextant.entity.Change;
import dev.sextant.entity.Changes;
import dev.sextant.entity.Entities;
import dev.sextant.entity.EntityKey;
import dev.sextant.entity.Facts;
import dev.sextant.entity.Link;
import dev.sextant.entity.Maintenance;
import dev.sextant.entity.MaintenanceWindow;
import dev.sextant.entity.Relations;
import dev.sextant.identity.Role;
import dev.sextant.store.SampleAppender;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.DryRuns;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules that use entities, alerts and changes, on real worker processes and on a graph in the database.
@QuarkusTest
class GraphRulesTest {
    private static final TenantId SHOP = new TenantId("graph-shop");
    private static final Path RULES = Path.of("../rules-sdk/src/test/resources/rules");
    private static final EntityKey PAY = service("pay");
    private static final EntityKey CART = service("cart");
    private static final EntityKey BLOG = service("blog");
    private static final EntityKey DATABASE = new EntityKey("database", Labels.of("db", "main"));

    @Inject TestTenants tenants;
    @Inject DryRuns runs;
    @Inject Entities entities;
    @Inject Relations relations;
    @Inject Changes changes;
    @Inject Maintenance maintenance;
    @Inject Alerts alerts;
    @Inject SampleAppender samples;

    private final Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
    private final Instant before = now.minus(Duration.ofHours(2));

    /// Three services that fail, of which two are core; pay calls the database.
    @BeforeEach
    void shop() {
        tenants.token(SHOP, Role.EDITOR);
        var core = facts("tier:core");
        var all = Map.of(PAY, core, CART, core, BLOG, facts("tier:edge"), DATABASE, facts("core"));
        assertThat(entities.put(SHOP, all, before)).isTrue();
        relations.put(SHOP, List.of(new Link(PAY.id(), "calls", DATABASE.id())), before);
        for (var service : List.of("pay", "cart", "blog")) {
            samples.append(
                    SHOP,
                    List.of(
                            counter("http.total", service, 10),
                            counter("http.success", service, service.equals("cart") ? 10 : 5),
                            new Series(
                                    new SeriesKey("probe.up", labels(service)),
                                    new long[] {now.minusSeconds(30).toEpochMilli()},
                                    new double[] {0})));
        }
        samples.append(SHOP, List.of(counter("log.errors", "pay", 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"availability.rule.js", "availability.rule.py"})
    void theAvailabilityRuleOfTheDesignFindsTheCause(String file) throws IOException {
        var source = Files.readString(RULES.resolve(file));
        run(source, file, now.minusSeconds(5))
                .body("problem", equalTo(null))
                .body("verdicts", hasSize(2))
                .body(verdict("cart", "kind"), equalTo("clear"))
                .body(verdict("pay", "kind"), equalTo("fire"))
                .body(verdict("pay", "severity"), equalTo("warning"))
                .body(verdict("pay", "reason.en"), equalTo("2 of 3 signals"))
                .body("charts", hasSize(2))
                .body("charts[0].series", hasSize(1))
                .body("charts[0].series[0].labels.service", equalTo("pay"));

        fire(DATABASE.labels().with("shard", "1"), now.minusSeconds(1));
        run(source, file, now)
                .body("problem", equalTo(null))
                .body(verdict("pay", "kind"), equalTo("suppressed"))
                .body(verdict("pay", "reason.en"), equalTo("dependency main is down"));
    }

    @Test
    void changedAndMaintainedEntitiesAreLeftOut() {
        changes.add(SHOP, List.of(new Change(PAY.id(), now.minusSeconds(60), "deployment", "4.2")));
        maintenance.add(
                SHOP,
                List.of(new MaintenanceWindow("", BLOG.id(), before, now.plusSeconds(60), "move")));
        var body =
                """
                const down = data.metric("probe.up").last("2m").max().whereNow("==", 0);
                const [change] = changes.on(entities.of({ service: "pay", zone: "a" }), { last: "5m" });
                const left = down.except(entities.withChange("5m")).except(entities.inMaintenance());
                return left.map(s => fire(s, { reason: `${change.entity.id} ${change.kind} ${change.text}` }));
                """;

        run(rule("\"metrics:read:*\", \"entities:read\"", body), "a.js", now)
                .body("problem", equalTo(null))
                .body("verdicts", hasSize(1))
                .body("verdicts[0].labels.service", equalTo("cart"))
                .body("verdicts[0].reason.en", equalTo("service:service=pay deployment 4.2"));
    }

    @Test
    void alertsAreToldAsTheyWereInTheSlot() {
        fire(Labels.of("service", "told"), now.minusSeconds(100));
        var body =
                """
                const told = alerts.active().filter(a => a.labels.service === "told");
                return told.map(a => fire(a.entity, { reason: `${a.ruleId} ${a.state}`, value: a.firedAt }));
                """;
        var source = rule("\"alerts:read\"", body);

        run(source, "a.js", now)
                .body("problem", equalTo(null))
                .body("verdicts[0].reason.en", equalTo("other firing"));
        run(source, "a.js", now.minusSeconds(200)).body("verdicts", hasSize(0));
    }

    @Test
    void aRuleMayAskForTheCausesOfManySuspects() {
        var body =
                """
                let found = 0;
                for (let i = 0; i < 150; i++) found += entities.of({ service: "pay", call: i }).count();
                return fire({ found });
                """;

        run(rule("\"entities:read\"", body), "a.js", now)
                .body("problem", equalTo(null))
                .body("verdicts[0].labels.found", equalTo("150"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "metrics:read:*"  | entities.type("service").rows();    | the rule may not call entities: add "entities:read" to needs
                    "metrics:read:*"  | data.metric("probe.up").of(entities.type("service")).last("5m").rows(); | add "entities:read" to needs
                    "entities:read"   | alerts.active();                    | the rule may not call alerts: add "alerts:read" to needs
                    "entities:read"   | entities.type("service").wher({});  | a set of entities has no member wher; did you mean where?
                    "entities:read"   | entities.upstream("x");             | upstream takes an entity, a row or labels
                    "metrics:read:*", "entities:read" | data.metric("probe.up").of(entities.upstream({ service: "pay" }, { depth: 11 })).last("5m").rows(); | upstream takes a depth of 1 to 10 steps
                    """)
    void whatIsWrongIsSaid(String needs, String body, String message) {
        run(rule(needs, body), "a.js", now)
                .body("outcome", equalTo("failed"))
                .body("problem.message", containsString(message))
                .body("problem.line", equalTo(4));
    }

    private void fire(Labels labels, Instant since) {
        var status =
                new AlertStatus(
                        new AlertState.Firing(since, since),
                        new Condition.Ok(),
                        Severity.CRITICAL,
                        Evidence.none(),
                        Swings.none(),
                        since);
        var subject = new AlertSubject("other", new Text(Map.of("en", "Other")), labels);
        var id = "%013d%s".formatted(since.toEpochMilli(), Math.abs(labels.hashCode()));
        alerts.put(
                SHOP, new Advance(List.of(new Alert(id, subject, since, status, null)), List.of()));
    }

    private ValidatableResponse run(String source, String file, Instant at) {
        return runs.run(SHOP, file.endsWith(".py") ? "python" : "javascript", source, at);
    }

    private static String rule(String needs, String body) {
        return """
        import { rule, fire } from "sextant";
        export default rule({ id: "r", every: "1m", timeout: "30s", needs: [%s],
          evaluate({ data, entities, alerts, changes }) {
        %s
          } });
        """
                .formatted(needs, body);
    }

    private static String verdict(String service, String field) {
        return "verdicts.find { it.labels.service == '%s' }.%s".formatted(service, field);
    }

    /// A counter over the last two hours, a point each half minute.
    private Series counter(String metric, String service, double perPoint) {
        int points = 240;
        var times = new long[points];
        var values = new double[points];
        for (int point = 0; point < points; point++) {
            times[point] = before.plusSeconds(30L * point).toEpochMilli();
            values[point] = perPoint * point;
        }
        return new Series(new SeriesKey(metric, labels(service)), times, values);
    }

    private static Labels labels(String service) {
        return Labels.of(Map.of("service", service, "zone", "a"));
    }

    private static EntityKey service(String name) {
        return new EntityKey("service", Labels.of("service", name));
    }

    private static Facts facts(String tag) {
        return new Facts(tag.equals("core") ? "main" : "service " + tag, List.of(tag), List.of());
    }
}

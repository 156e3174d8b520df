// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.erasure;

import static dev.sextant.testing.TestTenants.ACME;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import dev.sextant.identity.Role;
import dev.sextant.store.Retentions;
import dev.sextant.store.SeriesReader;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.PostgresProfile;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// A tenant that an operator erases leaves no row, no series and nobody who may enter; the others keep what they have.
@QuarkusTest
class ErasureResourceTest {
    private static final String TENANTS = "/api/v1/tenants/";
    private static final String RULE =
            """
            import { rule, clear } from "sextant";
            export default rule({
              id: "busy", title: { en: "Busy" }, every: "1s", needs: ["metrics:read:secret.load"],
              evaluate({ data }) {
                return data.metric("secret.load").last("5m").avg().rows().map((s) => clear(s));
              },
            });
            """;

    @Inject TestTenants tenants;
    @Inject DataSource database;
    @Inject SeriesReader store;
    @Inject Retentions retentions;
    @Inject TenantErasure erasure;

    private final TenantId gone =
            new TenantId("gone-" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void leavesNothing() throws SQLException {
        fill(gone);
        fill(ACME);
        var before = rows(gone);
        var ofAcme = rows(ACME);
        assertThat(before.keySet())
                .contains("rule", "rule_version", "notify_channel", "module", "token", "member")
                .contains(
                        "entity_version", "entity_relation", "entity_change", "entity_maintenance")
                .contains("entity_discovery", "scrape_target", "cleaning", "retention");

        tenants.asOperator(ACME).delete(TENANTS + gone).then().statusCode(204);

        assertThat(rows(gone)).isEmpty();
        assertThat(rows(ACME).keySet()).containsAll(ofAcme.keySet());
        assertThat(store.metrics(gone)).isEmpty();
        asBearer("test-token-%s-editor".formatted(gone))
                .get("/api/v1/rules")
                .then()
                .statusCode(401);
        tenants.asOperator(ACME).delete(TENANTS + gone).then().statusCode(404);
        tenants.as(gone, Role.VIEWER).get("/api/v1/metrics").then().body("items", empty());
        tenants.as(gone, Role.VIEWER).get("/api/v1/entities").then().body("items", empty());
    }

    @Test
    void whatCameInLateGoesAMinuteLater() throws SQLException {
        var now = Instant.now();
        fill(gone);
        assertThat(erasure.erase(gone, now)).isTrue();
        assertThat(erasure.erase(gone, now)).isFalse();
        retentions.put(gone, Duration.ofDays(3));

        erasure.eraseStragglers(now.plusSeconds(59));
        assertThat(rows(gone)).containsOnlyKeys("retention");
        erasure.eraseStragglers(now.plusSeconds(60));
        assertThat(rows(gone)).isEmpty();
    }

    @Test
    void aTenantThatIsMadeAnewKeepsItsOwn() throws SQLException {
        var now = Instant.now();
        fill(gone);
        assertThat(erasure.erase(gone, now)).isTrue();
        fill(gone);

        erasure.eraseStragglers(now.plusSeconds(60));

        assertThat(rows(gone)).containsKeys("rule", "retention", "entity_version");
    }

    @Test
    void isForOperatorsWhoActElsewhere() {
        tenants.as(ACME, Role.OWNER).delete(TENANTS + "globex").then().statusCode(403);
        tenants.asOperator(ACME)
                .delete(TENANTS + "acme")
                .then()
                .statusCode(409)
                .body("code", equalTo("own-tenant"));
        tenants.asOperator(ACME).delete(TENANTS + "Not-An-Id").then().statusCode(400);
    }

    private void fill(TenantId tenant) {
        post(tenant, "samples", samples());
        post(tenant, "rules", Map.of("source", RULE, "language", "javascript", "enabled", true));
        post(tenant, "modules", Map.of("name", "own/words.js", "source", "export const one = 1;"));
        post(
                tenant,
                "channels",
                "{'name': 'Hook', 'type': 'webhook', 'url': 'http://127.0.0.1:9/x'}");
        post(
                tenant,
                "targets",
                "{'name': 'a', 'url': 'http://127.0.0.1:9/metrics', 'interval': '1h'}");
        post(
                tenant,
                "entities",
                "{'entities': [{'type': 'host', 'labels': {'host': 'a'}}, {'type': 'host', 'labels': {'host': 'b'}}]}");
        post(
                tenant,
                "relations",
                "{'relations': [{'from': 'host:host=a', 'type': 'calls', 'to': 'host:host=b'}]}");
        post(
                tenant,
                "changes",
                "{'changes': [{'entity': 'host:host=a', 'kind': 'deployment', 'text': '4.2'}]}");
        post(
                tenant,
                "maintenance",
                "{'windows': [{'entity': 'host:host=a', 'until': '2099-01-01T00:00:00Z', 'reason': 'move'}]}");
        put(tenant, "retention", "{'retention': '5d'}");
        put(tenant, "discovery", "{'version': 0, 'entities': [], 'relations': []}");
        put(tenant, "cleaning", "{'steps': []}");
    }

    private static String samples() {
        return "[{'metric': 'secret.load', 'labels': {'host': 'a'}, 'samples': [[%d, 1]]}]"
                .formatted(System.currentTimeMillis());
    }

    private void post(TenantId tenant, String path, Object body) {
        ask(tenant, body)
                .post("/api/v1/" + path)
                .then()
                .statusCode(anyOf(lessThan(300), equalTo(409)));
    }

    private void put(TenantId tenant, String path, Object body) {
        ask(tenant, body)
                .header("If-Match", "\"0\"")
                .put("/api/v1/" + path)
                .then()
                .statusCode(anyOf(lessThan(300), equalTo(412)));
    }

    private RequestSpecification ask(TenantId tenant, Object body) {
        var request = tenants.as(tenant, Role.OWNER);
        return request.body(body instanceof String text ? text.replace('\'', '"') : body);
    }

    private static RequestSpecification asBearer(String secret) {
        return given().header("Authorization", "Bearer " + secret).contentType(ContentType.JSON);
    }

    /// How many rows of a tenant every table holds that knows tenants.
    private Map<String, Long> rows(TenantId tenant) throws SQLException {
        var found = new TreeMap<String, Long>();
        try (var connection = database.getConnection()) {
            for (var table : tables()) {
                found.put(table, rows(connection, table, tenant));
            }
        }
        found.values().removeIf(count -> count == 0);
        return found;
    }

    private static long rows(Connection connection, String table, TenantId tenant)
            throws SQLException {
        var count = "select count(*) from %s where tenant_id = ?".formatted(table);
        try (var statement = connection.prepareStatement(count)) {
            statement.setString(1, tenant.value());
            var answer = statement.executeQuery();
            answer.next();
            return answer.getLong(1);
        }
    }

    private List<String> tables() throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var answer =
                    statement.executeQuery(
                            "select lower(table_name) from information_schema.columns where lower(column_name) = 'tenant_id'");
            while (answer.next()) {
                names.add(answer.getString(1));
            }
        }
        assertThat(names).hasSizeGreaterThan(20);
        return names;
    }

    @QuarkusTest
    @TestProfile(PostgresProfile.class)
    static class OnPostgres extends ErasureResourceTest {}
}

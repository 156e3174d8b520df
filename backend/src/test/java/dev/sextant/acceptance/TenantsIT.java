// SPDX-License-Identifier: Apache-2.0
package dev.sextant.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.testing.Await;
import dev.sextant.testing.Rest;
import dev.sextant.testing.RunningSextant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two tenants on one platform share nothing that REST can show.
@ExtendWith(SharedSextant.class)
class TenantsIT {
    private static final String RULE = "tenants-cpu";

    private static Rest first;
    private static Rest second;
    private static Rest untouched;
    private static JsonNode alert;

    @BeforeAll
    static void twoTenants(RunningSextant sextant) {
        first = sextant.rest();
        second = member(sextant, "acme", "wile");
        untouched = member(sextant, "untouched", "nobody");
        var source = Scripts.threshold(RULE, "host.cpu.usage_ratio", "{}");
        Await.until(
                Scripts.PATIENCE,
                "the machine's first series",
                () -> seriesOf(first, "host.cpu.usage_ratio") > 0);
        assertThat(first.post("/api/v1/rules", Scripts.draft(source, Map.of("border", 0))).status())
                .isEqualTo(201);
        alert = Scripts.alertInState(first, RULE, "firing");
    }

    @AfterAll
    static void stopTheRule() {
        first.delete("/api/v1/rules/" + RULE);
    }

    private static Rest member(RunningSextant sextant, String tenant, String account) {
        var made =
                sextant.rest()
                        .post(
                                "/api/v1/tenants",
                                Map.of("id", tenant, "name", "Acme", "ownerAccount", account));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        var credentials =
                Map.of("account", account, "password", made.body().at("/owner/password").asText());
        var cookie = sextant.signIn(credentials);
        var token =
                sextant.rest(Map.of("Cookie", cookie))
                        .post("/api/v1/tokens", Map.of("name", "acceptance", "role", "owner"));
        assertThat(token.status()).as(token.text()).isEqualTo(201);
        return sextant.rest(
                Map.of("Authorization", "Bearer " + token.body().path("token").asText()));
    }

    private static long seriesOf(Rest rest, String metric) {
        return rest.post("/api/v1/query", Map.of("metric", metric, "last", "5m"))
                .body()
                .path("series")
                .size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/metrics",
                "/api/v1/labels",
                "/api/v1/rules",
                "/api/v1/alerts",
                "/api/v1/channels",
                "/api/v1/deliveries"
            })
    void aNewTenantFindsNothing(String path) {
        var answer = untouched.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("items")).isEmpty();
    }

    @Test
    void theSecondTenantCannotReadTheFirstOnesSeries() {
        assertThat(
                        second.post(
                                        "/api/v1/query",
                                        Map.of("metric", "host.cpu.usage_ratio", "last", "5m"))
                                .status())
                .isEqualTo(404);
        var run = Scripts.run(second, Scripts.threshold("peek", "host.cpu.usage_ratio", "{}"));
        assertThat(run.path("outcome").asText()).isEqualTo("failed");
        assertThat(run.path("verdicts")).isEmpty();
    }

    @Test
    void theSecondTenantCannotReachTheFirstOnesThingsById() {
        var evaluation =
                first.get("/api/v1/rules/" + RULE + "/evaluations")
                        .body()
                        .at("/items/0/id")
                        .asText();
        for (var path :
                List.of(
                        "/api/v1/rules/" + RULE,
                        "/api/v1/alerts/" + alert.path("id").asText(),
                        "/api/v1/evaluations/" + evaluation)) {
            assertThat(first.get(path).status()).as(path).isEqualTo(200);
            assertThat(second.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(second.delete("/api/v1/rules/" + RULE).status()).isEqualTo(404);
        assertThat(first.get("/api/v1/rules/" + RULE).status()).isEqualTo(200);
    }

    @Test
    void theSameNamesAreTwoThings() {
        var now = System.currentTimeMillis();
        for (var each : Map.of(first, 1, second, 2).entrySet()) {
            var samples =
                    List.of(
                            Map.of(
                                    "metric",
                                    "tenants.same",
                                    "labels",
                                    Map.of("of", "both"),
                                    "samples",
                                    List.of(List.of(now, each.getValue()))));
            assertThat(each.getKey().post("/api/v1/samples", samples).status()).isEqualTo(204);
        }

        assertThat(valueOf(first)).isEqualTo(1);
        assertThat(valueOf(second)).isEqualTo(2);
    }

    private static double valueOf(Rest rest) {
        var series =
                rest.post("/api/v1/query", Map.of("metric", "tenants.same", "last", "5m"))
                        .body()
                        .path("series");
        assertThat(series).hasSize(1);
        return series.at("/0/values/0").asDouble();
    }

    @Test
    void onlyAnOperatorSeesAndAddsTenants() {
        assertThat(second.get("/api/v1/tenants").status()).isEqualTo(403);
        assertThat(
                        second.post(
                                        "/api/v1/tenants",
                                        Map.of("id", "third", "name", "Third", "ownerAccount", "x"))
                                .status())
                .isEqualTo(403);
        assertThat(first.get("/api/v1/tenants").body().path("items").findValuesAsText("id"))
                .contains("main", "acme");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.identity.Role;
import dev.sextant.store.SampleAppender;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QueryResourceTest {
    @Inject TestTenants tenants;
    @Inject SampleAppender appender;
    @Inject InstantSource clock;

    private final String metric = "test.load." + UUID.randomUUID();

    @BeforeEach
    void append() {
        long now = clock.millis();
        var times = new long[] {now - 3_000, now - 2_000, now - 1_000};
        appender.append(
                ACME,
                List.of(
                        series("b", times, 1, Double.NaN, Double.POSITIVE_INFINITY),
                        series("a", times, 0.25, 0.5, 0.75)));
    }

    @Test
    void answersWithSeriesAndCost() {
        ask(Map.of("metric", metric, "last", "1m"))
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("series", hasSize(2))
                .body("series[0].metric", equalTo(metric))
                .body("series.labels.host", contains("a", "b"))
                .body("series[0].values", contains(0.25f, 0.5f, 0.75f))
                .body("series[0].times", hasSize(3))
                .body("series[1].values", contains(equalTo(1.0f), nullValue(), nullValue()))
                .body("cost.series", equalTo(2))
                .body("cost.points", equalTo(6))
                .body("cost.bytes", greaterThanOrEqualTo(96))
                .body("cost.millis", greaterThanOrEqualTo(0));
    }

    @Test
    void runsAnyPlan() {
        ask(Map.of(
                        "op",
                        "top",
                        "count",
                        1,
                        "input",
                        Map.of(
                                "metric",
                                metric,
                                "last",
                                "1m",
                                "aggregate",
                                "first",
                                "by",
                                List.of("host"))))
                .statusCode(200)
                .body("series.labels.host", contains("b"))
                .body("series[0].values", contains(1.0f));
    }

    @Test
    void namesTheNearMissOfAnUnknownMetric() {
        ask(Map.of("metric", metric + "x", "last", "1m"))
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("unknown-metric"))
                .body("detail", containsString("did you mean " + metric + "?"));
    }

    @Test
    void namesTheFieldThatIsWrong() {
        ask(Map.of("metric", metric, "last", "soon"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-plan"))
                .body("detail", containsString("field last"));
        ask("{").statusCode(400).body("code", equalTo("invalid-plan"));
        ask("").statusCode(400).body("code", equalTo("invalid-plan"));
    }

    @Test
    void refusesWhatWouldMakeTooManyPoints() {
        ask(Map.of("metric", metric, "last", "30d", "step", "1s"))
                .statusCode(422)
                .body("code", equalTo("too-many-points"));
    }

    @Test
    void answersWithArraysForPrograms() throws IOException {
        var plan =
                Map.of(
                        "op",
                        "versus",
                        "offset",
                        "1s",
                        "input",
                        Map.of("metric", metric, "last", "1m"));
        var body =
                tenants.as(ACME, Role.VIEWER)
                        .accept("application/vnd.sextant.series")
                        .body(plan)
                        .post("/api/v1/query")
                        .then()
                        .statusCode(200)
                        .contentType("application/vnd.sextant.series")
                        .extract()
                        .asByteArray();

        var bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        var head = new byte[bytes.getInt()];
        bytes.get(head);
        var series = new ObjectMapper().readTree(head).get("series");
        assertThat(series.at("/0/labels/host").asText()).isEqualTo("a");
        assertThat(series.at("/0/points").asInt()).isEqualTo(3);
        assertThat(series.at("/0/sides/before/points").asInt()).isEqualTo(3);
        long first = bytes.getLong();
        assertThat(bytes.getLong()).isEqualTo(first + 1_000);
        bytes.getLong();
        assertThat(new double[] {bytes.getDouble(), bytes.getDouble(), bytes.getDouble()})
                .containsExactly(0.25, 0.5, 0.75);
        assertThat(bytes.getLong()).isEqualTo(first + 1_000);
        bytes.position(bytes.position() + 5 * Long.BYTES + 3 * Long.BYTES);
        assertThat(new double[] {bytes.getDouble(), bytes.getDouble(), bytes.getDouble()})
                .containsExactly(1, Double.NaN, Double.POSITIVE_INFINITY);
        assertThat(bytes.remaining()).isEqualTo(6 * Long.BYTES);
    }

    @Test
    void saysWhichLimitWasPassed() {
        ask(Map.of("metric", metric, "last", "30d", "step", "1s"))
                .body("limit", equalTo("steps"))
                .body("used", greaterThanOrEqualTo(2_592_000))
                .body("allowed", equalTo(11_000))
                .body("cost.points", equalTo(0));
    }

    @Test
    void anotherTenantFindsNothing() {
        tenants.as(GLOBEX, Role.OWNER)
                .body(Map.of("metric", metric, "last", "1m"))
                .post("/api/v1/query")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-metric"))
                .body("detail", equalTo("no metric " + metric));
        labels(GLOBEX, "/host/values?metric=" + metric).body("items", hasSize(0));
    }

    @Test
    void refusesInTheLanguageOfTheReader() {
        tenants.as(ACME, Role.OWNER)
                .header("Accept-Language", "fr, zh-CN;q=0.9, en;q=0.8")
                .body(Map.of("metric", metric + ".x", "last", "1m"))
                .post("/api/v1/query")
                .then()
                .statusCode(404)
                .header("Content-Language", "zh")
                .body("code", equalTo("unknown-metric"))
                .body("detail", equalTo("没有指标 %s.x；是否想写 %s？".formatted(metric, metric)));
    }

    @Test
    void checksRulesInTheLanguageOfTheReader() {
        tenants.as(ACME, Role.OWNER)
                .header("Accept-Language", "zh")
                .body(Map.of("source", "", "language", "cobol"))
                .post("/api/v1/rules/check")
                .then()
                .statusCode(200)
                .body("diagnostics[0].message", equalTo("语言 \"cobol\" 未知：请用 javascript 或 python"));
    }

    @Test
    void wantsACredential() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/query")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().get("/api/v1/labels").then().statusCode(401);
    }

    @Test
    void listsLabelsAndValuesPageByPage() {
        labels(ACME, "?metric=" + metric).body("items", contains("host")).body("next", nullValue());
        labels(ACME, "").body("items", hasItem("host"));
        labels(ACME, "/host/values?metric=" + metric).body("items", contains("a", "b"));
        labels(ACME, "/host/values?limit=1&metric=" + metric)
                .body("items", contains("a"))
                .body("next", equalTo("a"));
        labels(ACME, "/host/values?limit=1&after=a&metric=" + metric)
                .body("items", contains("b"))
                .body("next", nullValue());
        labels(ACME, "/nothing/values").body("items", not(hasItem("a")));
    }

    private ValidatableResponse ask(Object plan) {
        return tenants.as(ACME, Role.VIEWER).body(plan).post("/api/v1/query").then();
    }

    private ValidatableResponse labels(TenantId tenant, String path) {
        return tenants.as(tenant, Role.VIEWER).get("/api/v1/labels" + path).then().statusCode(200);
    }

    private Series series(String host, long[] times, double... values) {
        return new Series(new SeriesKey(metric, Labels.of("host", host)), times, values);
    }
}

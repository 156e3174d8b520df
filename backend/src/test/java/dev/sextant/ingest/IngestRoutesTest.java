// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import static dev.sextant.ingest.remotewrite.WriteRequests.label;
import static dev.sextant.ingest.remotewrite.WriteRequests.labels;
import static dev.sextant.ingest.remotewrite.WriteRequests.message;
import static dev.sextant.ingest.remotewrite.WriteRequests.metadata;
import static dev.sextant.ingest.remotewrite.WriteRequests.packed;
import static dev.sextant.ingest.remotewrite.WriteRequests.sample;
import static dev.sextant.ingest.remotewrite.WriteRequests.series;
import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.sextant.catalog.Catalog;
import dev.sextant.identity.Role;
import dev.sextant.store.SampleAppender;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.StoreUnavailableException;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IngestRoutesTest {
    private static final String PROTOBUF = "application/x-protobuf";

    @Inject TestTenants tenants;
    @Inject SeriesReader reader;
    @Inject InstantSource clock;
    @Inject SampleIntake intake;
    @Inject Catalog catalog;
    @Inject IngestMeters meters;
    @Inject IngestConfig config;

    @ParameterizedTest
    @ValueSource(strings = {"/write", "/api/v1/write"})
    void storesRemoteWrite(String path) {
        long now = clock.millis();
        var name = "routes_stored" + path.replace('/', '_') + '_' + now;
        var body =
                message(
                        series(
                                labels(Map.of("__name__", name, "job", "a")),
                                sample(now - 1, 1),
                                sample(now, 2)),
                        metadata(2, name, "For the test.", "seconds"));

        write(ACME, body).post(path).then().statusCode(204);

        var stored = stored(ACME, name);
        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst().values()).containsExactly(1, 2);
        assertThat(stored(GLOBEX, name)).isEmpty();
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/metrics/" + name)
                .then()
                .statusCode(200)
                .body("type", equalTo("gauge"))
                .body("unit", equalTo("s"))
                .body("description", equalTo("For the test."))
                .body("series", equalTo(1))
                .body("lastSeen", notNullValue())
                .body("labels", equalTo(List.of(Map.of("name", "job", "values", 1))));
        tenants.as(GLOBEX, Role.VIEWER)
                .get("/api/v1/metrics/" + name)
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-metric"));
    }

    @Test
    void storesJson() {
        var body =
                """
                [{"metric": "routes.json", "labels": {"a": "b"}, "samples": [[%d, 1.5]], "unit": "By"}]
                """
                        .formatted(clock.millis());

        tenants.as(ACME, Role.EDITOR).body(body).post("/api/v1/samples").then().statusCode(204);

        assertThat(stored(ACME, "routes.json")).hasSize(1);
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/metrics?search=routes.json")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("routes.json"))
                .body("items.unit", hasItem("By"));
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/metrics/routes.json/uses")
                .then()
                .statusCode(200)
                .body("fits", empty());
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/metrics/routes.jsom")
                .then()
                .statusCode(404)
                .body("detail", containsString("did you mean routes.json?"));
        tenants.as(GLOBEX, Role.VIEWER)
                .get("/api/v1/metrics?search=routes.json")
                .then()
                .body("items.name", not(hasItem("routes.json")));
    }

    @Test
    void storesTheRestOfABatchWithRefusedSamples() {
        long now = clock.millis();
        var name = "routes_rest_" + now;
        var body =
                message(
                        series(label("__name__", name), sample(now, 1)),
                        series(label("__name__", "routes future"), sample(now, 1)),
                        series(
                                label("__name__", name),
                                sample(now + Duration.ofHours(2).toMillis(), 1)));

        problem(write(ACME, body).post("/write").then(), 400, "samples-refused")
                .body("stored", equalTo(1))
                .body("refused", equalTo(2))
                .body("detail", containsString("1 invalid-name (\"routes future\""))
                .body("detail", containsString("1 too-far-in-future"));

        assertThat(stored(ACME, name)).hasSize(1);
    }

    @Test
    void namesWhatIsWrongWithABody() {
        var good = message(series(label("__name__", "up"), sample(1, 1)));
        var cut = packed(good);
        problem(
                        as(ACME).contentType(PROTOBUF)
                                .body(Arrays.copyOf(cut, cut.length - 3))
                                .post("/write")
                                .then(),
                        400,
                        "malformed-body")
                .body("detail", containsString("snappy"));
        problem(
                        write(ACME, "hello".getBytes(StandardCharsets.UTF_8)).post("/write").then(),
                        400,
                        "malformed-body")
                .body("detail", containsString("WriteRequest"));
    }

    @Test
    void namesWhatItDoesNotRead() {
        var good = message(series(label("__name__", "up"), sample(1, 1)));
        problem(
                        as(ACME).contentType("text/csv").body("a,b").post("/write").then(),
                        415,
                        "unsupported-body")
                .body("detail", containsString("text/csv"));
        problem(
                as(ACME).contentType(PROTOBUF)
                        .header("Content-Encoding", "gzip")
                        .body(packed(good))
                        .post("/write")
                        .then(),
                415,
                "unsupported-body");
        problem(
                as(ACME).contentType("application/json").body("[{").post("/api/v1/samples").then(),
                400,
                "malformed-body");
    }

    @Test
    void refusesBodiesThatAreTooLarge() {
        problem(
                as(ACME).contentType(PROTOBUF).body(new byte[17 << 20]).post("/write").then(),
                413,
                "body-too-large");
        var bomb = packed(new byte[65 << 20]);
        problem(
                        as(ACME).contentType(PROTOBUF).body(bomb).post("/write").then(),
                        413,
                        "body-too-large")
                .body("detail", containsString("unpacks to"));
    }

    @Test
    void wantsACredentialWithTheRoleOfAnEditor() {
        var body = packed(message(series(label("__name__", "up"), sample(1, 1))));
        given().contentType(PROTOBUF).body(body).post("/write").then().statusCode(401);
        given().header("Authorization", "Bearer wrong")
                .contentType(PROTOBUF)
                .body(body)
                .post("/write")
                .then()
                .statusCode(401);
        problem(
                tenants.as(ACME, Role.VIEWER)
                        .contentType(PROTOBUF)
                        .body(body)
                        .post("/write")
                        .then(),
                403,
                "not-allowed");
    }

    @Test
    void asksToSendAgainWhileTheStoreIsAway() {
        SampleAppender away =
                (_, _) -> {
                    throw new StoreUnavailableException("away as planned", new IOException());
                };
        QuarkusMock.installMockForInstance(
                new SampleIntake(
                        (_, payload) -> payload, new Admissions(config), away, catalog, meters),
                intake);
        var body = message(series(label("__name__", "routes_away"), sample(clock.millis(), 1)));

        problem(write(ACME, body).post("/write").then(), 503, "store-unavailable")
                .header("Retry-After", "5");
    }

    @Test
    void tellsWhatItTookAndRefused() {
        write(ACME, message(series(label("__name__", "routes_counted"), sample(clock.millis(), 1))))
                .post("/write")
                .then()
                .statusCode(204);
        write(ACME, message(series(label("__name__", "no name"), sample(clock.millis(), 1))))
                .post("/write")
                .then()
                .statusCode(400);

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("sextant_ingest_samples_total{source=\"remote-write\"}"))
                .body(containsString("sextant_ingest_refused_total{reason=\"invalid-name\"}"))
                .body(
                        containsString(
                                "sextant_ingest_request_seconds_count{source=\"remote-write\",status=\"204\"}"));
    }

    private RequestSpecification write(TenantId tenant, byte[] request) {
        return as(tenant)
                .contentType(PROTOBUF)
                .header("Content-Encoding", "snappy")
                .body(packed(request));
    }

    private RequestSpecification as(TenantId tenant) {
        return given().header("Authorization", "Bearer " + tenants.token(tenant, Role.EDITOR));
    }

    private static ValidatableResponse problem(
            ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }

    private List<Series> stored(TenantId tenant, String metric) {
        var range = TimeRange.last(Duration.ofHours(1), clock.instant().plusSeconds(60));
        return reader.read(tenant, new Selection(metric, List.of(), range), 1_000);
    }
}

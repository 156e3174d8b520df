// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.identity.Role;
import dev.sextant.store.SampleAppender;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.testing.OnnxFile;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// ONNX models as algorithms of a tenant's own, over REST, on real worker processes.
@QuarkusTest
class OwnModelResourceTest {
    private static final String OWN = "/api/v1/algorithms/own/";
    private static final String TESTED =
            "{\"times\": %s, \"tests\": [{\"name\": \"nine is far\", \"values\": [1, 1, 9], \"atLeast\": 1}]}";
    private static final Map<String, Object> GIVEN =
            Map.of(
                    "labels", Map.of("host", "a"),
                    "times", List.of(60_000, 120_000, 180_000),
                    "values", List.of(1, 2, 8));

    @Inject TestTenants tenants;
    @Inject SampleAppender samples;

    @Test
    void aModelHasVersionsStagesAndRollbackAsAScript() {
        var first = model(OnnxFile.highestOfThree().bytes());
        save("model", 0, Map.of("language", "onnx", "model", first, "source", said("0.5")))
                .statusCode(200)
                .body("kind", equalTo("anomaly"))
                .body("stage", equalTo("shadow"))
                .body("tests[0].problem", nullValue())
                .body("header.model.sha256", hasLength(64))
                .body("header.model.bytes", equalTo(OnnxFile.highestOfThree().bytes().length));
        post("model/promote", Map.of()).statusCode(200).body("stable", equalTo(1));

        // What is said of it changes, the model stays.
        save("model", 1, Map.of("language", "onnx", "source", said("0.25")))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("header.model.window", equalTo(3));
        run("model").statusCode(200).body("series[0].sides.score.values", contains(0f, 0f, 4f));
        run("model@2").statusCode(200).body("series[0].sides.score.values", contains(0f, 0f, 2f));
        post("model/promote", Map.of()).statusCode(200);
        post("model/rollback", Map.of()).statusCode(200).body("stable", equalTo(1));

        tenants.as(GLOBEX, Role.EDITOR).get(OWN + "model").then().statusCode(404);
    }

    @Test
    void aModelIsComparedAsAnyDetector() {
        var now = Instant.now().toEpochMilli() / 60_000 * 60_000;
        var times = new long[30];
        Arrays.setAll(times, index -> now - (29L - index) * 60_000);
        var key = new SeriesKey("own.model", Labels.of("host", "h1"));
        samples.append(ACME, List.of(new Series(key, times, new double[30])));
        var model = model(OnnxFile.highestOfThree().bytes());
        save("compared", 0, Map.of("language", "onnx", "model", model)).statusCode(200);

        tenants.as(ACME, Role.EDITOR)
                .body(
                        Map.of(
                                "query", Map.of("metric", "own.model", "last", "30m", "step", "1m"),
                                "methods", List.of("own/compared@1")))
                .post("/api/v1/algorithms/compare")
                .then()
                .statusCode(200)
                .body("items[0].problem", nullValue())
                .body("items[0].figures.alarms", equalTo(0));
    }

    @Test
    void testsThatFailKeepItInShadow() {
        var model = model(OnnxFile.highestOfThree().bytes());
        save("model-fails", 0, Map.of("language", "onnx", "model", model, "source", said("0.01")))
                .statusCode(200)
                .body("tests[0].problem", equalTo("the highest score is 0.09000"));
        post("model-fails/promote", Map.of()).statusCode(409).body("code", equalTo("tests-failed"));
        tenants.as(ACME, Role.EDITOR).delete(OWN + "model-fails").then().statusCode(204);
        save("model-fails", 0, Map.of("language", "onnx"))
                .statusCode(400)
                .body("detail", containsString("send the bytes of the .onnx file"));
    }

    @Test
    void whatIsNoModelIsRefusedInWords() {
        save("bad-model", 0, Map.of("language", "onnx", "model", "!!"))
                .statusCode(400)
                .body("detail", containsString("in base64"));
        save("bad-model", 0, Map.of("language", "onnx", "model", model(new byte[1_000])))
                .statusCode(400)
                .body("detail", containsString("no ONNX model"));
        save("bad-model", 0, Map.of("language", "onnx", "model", model(new byte[9 << 20])))
                .statusCode(400)
                .body("detail", containsString("8,388,608 are allowed"));
        save("bad-model", 0, Map.of("source", "1", "model", model(new byte[10])))
                .statusCode(400)
                .body("detail", containsString("goes with the language onnx"));
        tenants.as(ACME, Role.EDITOR)
                .body(Map.of("source", "{}", "language", "onnx", "enabled", false))
                .post("/api/v1/rules")
                .then()
                .statusCode(400);
    }

    @Test
    void aDraftIsTried() {
        tenants.as(ACME, Role.EDITOR)
                .body(
                        Map.of(
                                "language",
                                "onnx",
                                "source",
                                "{}",
                                "model",
                                model(OnnxFile.simple("Identity").bytes()),
                                "series",
                                List.of(GIVEN)))
                .post("/api/v1/algorithms/try")
                .then()
                .statusCode(200)
                .body("series[0].sides.score.values", contains(1f, 2f, 8f));
    }

    @Test
    void aDraftMayTakeTheModelOfAVersion() {
        var model = model(OnnxFile.simple("Identity").bytes());
        save("draft-of", 0, Map.of("language", "onnx", "model", model)).statusCode(200);

        tenants.as(ACME, Role.EDITOR)
                .body(
                        Map.of(
                                "language", "onnx",
                                "source", "{\"times\": 2}",
                                "use", "own/draft-of@1",
                                "series", List.of(GIVEN)))
                .post("/api/v1/algorithms/try")
                .then()
                .statusCode(200)
                .body("series[0].sides.score.values", contains(2f, 4f, 16f));
    }

    private static String said(String times) {
        return TESTED.formatted(times);
    }

    private static String model(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    private ValidatableResponse save(String name, int before, Map<String, ?> body) {
        var request = tenants.as(ACME, Role.EDITOR);
        if (before > 0) {
            request.header("If-Match", "\"" + before + "\"");
        }
        return request.body(body).put(OWN + name).then();
    }

    private ValidatableResponse post(String path, Map<String, ?> body) {
        return tenants.as(ACME, Role.EDITOR).body(body).post(OWN + path).then();
    }

    private ValidatableResponse run(String name) {
        return tenants.as(ACME, Role.VIEWER)
                .body(Map.of("series", List.of(GIVEN)))
                .post(OWN + name + "/run")
                .then();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.sextant.identity.Role;
import dev.sextant.store.SampleAppender;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Detectors on labelled incidents, built-in and own, over REST.
@QuarkusTest
class ComparisonResourceTest {
    private static final TenantId SHOP = new TenantId("comparison-shop");
    private static final String INCIDENTS = "/api/v1/labelled-incidents";
    private static final String LIMIT =
            """
            import { algorithm } from "sextant";
            export default algorithm({ score: (values) => values.map((value) => value / 50) });
            """;

    @Inject TestTenants tenants;
    @Inject SampleAppender samples;

    private final long now = Instant.now().toEpochMilli() / 60_000 * 60_000;

    @Test
    void builtInAndOwnStandInOneTable() {
        orders();
        label(ago(40), ago(30), true);
        label(ago(20), ago(18), false);
        as().body(Map.of("source", LIMIT))
                .put("/api/v1/algorithms/own/limit")
                .then()
                .statusCode(200);

        as().body(
                        Map.of(
                                "query",
                                        Map.of("metric", "shop.orders", "last", "5h", "step", "1m"),
                                "methods",
                                        List.of(
                                                "anomaly.robustZ",
                                                "own/limit@1",
                                                "own/none",
                                                "forecast.auto")))
                .post("/api/v1/algorithms/compare")
                .then()
                .statusCode(200)
                .body("incidents", equalTo(1))
                .body("noise", equalTo(1))
                .body("items", hasSize(4))
                .body("items[0].figures.found", equalTo(1))
                .body("items[1].figures.found", equalTo(1))
                .body("items[1].figures.alarms", equalTo(2))
                .body("items[1].figures.falseAlarms", equalTo(1))
                .body("items[1].figures.precision", equalTo(0.5f))
                .body("items[1].figures.recall", equalTo(1f))
                .body("items[1].figures.delaySeconds", equalTo(120f))
                .body("items[1].microsPerPoint", greaterThan(0f))
                .body("items[1].problem", nullValue())
                .body("items[2].problem", containsString("known are own/limit"))
                .body("items[3].problem", containsString("name a detector"));
    }

    @Test
    void labelsAreCheckedAndBelongToTheirTenant() {
        var id = label(ago(10), ago(5), true);
        as().body(Map.of("metric", "m", "from", ago(5).toString(), "to", ago(10).toString()))
                .post(INCIDENTS)
                .then()
                .statusCode(400)
                .body("detail", containsString("to a later one"));
        as().body(Map.of("metric", "m")).post(INCIDENTS).then().statusCode(400);
        tenants.as(TestTenants.GLOBEX, Role.EDITOR)
                .delete(INCIDENTS + "/" + id)
                .then()
                .statusCode(404);
        tenants.as(TestTenants.GLOBEX, Role.VIEWER).get(INCIDENTS).then().body("items", hasSize(0));
        as().delete(INCIDENTS + "/" + id).then().statusCode(204);
        as().delete(INCIDENTS + "/" + id).then().statusCode(404);
        as().body(Map.of("methods", List.of()))
                .post("/api/v1/algorithms/compare")
                .then()
                .statusCode(400);
    }

    private String label(Instant from, Instant to, boolean isUseful) {
        return as().body(
                        Map.of(
                                "metric", "shop.orders",
                                "labels", Map.of("zone", "a"),
                                "from", from.toString(),
                                "to", to.toString(),
                                "useful", isUseful))
                .post(INCIDENTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private RequestSpecification as() {
        return tenants.as(SHOP, Role.EDITOR);
    }

    private Instant ago(int minutes) {
        return Instant.ofEpochMilli(now - minutes * 60_000L);
    }

    /// Five hours around 10, of which ten minutes and one minute lie at 100.
    private void orders() {
        var times = new long[300];
        Arrays.setAll(times, index -> now - (299L - index) * 60_000);
        var values = new double[300];
        Arrays.setAll(values, index -> 10 + index % 3);
        Arrays.fill(values, 261, 270, 100);
        values[280] = 100;
        var key = new SeriesKey("shop.orders", Labels.of("zone", "a"));
        samples.append(SHOP, List.of(new Series(key, times, values)));
    }
}

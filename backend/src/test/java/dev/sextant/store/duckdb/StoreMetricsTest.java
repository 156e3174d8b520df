// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import dev.sextant.store.SampleAppender;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoreMetricsTest {
    @Inject SampleAppender appender;

    @Test
    void measuresItself() {
        var key = new SeriesKey("test.metrics", Labels.none());
        var series = new Series(key, new long[] {1_000}, new double[] {1});
        appender.append(TestTenants.ACME, List.of(series));

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("sextant_store_append_seconds_count"))
                .body(containsString("sextant_store_samples_total"))
                .body(containsString("sextant_store_series "))
                .body(containsString("sextant_store_bytes "));
    }
}

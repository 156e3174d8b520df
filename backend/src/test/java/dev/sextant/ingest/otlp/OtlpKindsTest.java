// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import static dev.sextant.testing.TestTenants.ACME;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sextant.identity.Role;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.testing.Await;
import dev.sextant.testing.TestTenants;
import io.opentelemetry.exporter.logging.otlp.internal.metrics.OtlpStdoutMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.DefaultAggregationSelector;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The kinds of metrics and ways to send them that the SDK is told to use.
@QuarkusTest
class OtlpKindsTest {
    @Inject TestTenants tenants;
    @Inject SeriesReader reader;
    @Inject InstantSource clock;

    @Test
    void differencesAndExponentialHistogramsAreStoredAsTotalsAndBuckets() {
        var exporter =
                OtlpHttpMetricExporter.builder()
                        .setEndpoint("http://127.0.0.1:%d/v1/metrics".formatted(RestAssured.port))
                        .addHeader("Authorization", "Bearer " + tenants.token(ACME, Role.EDITOR))
                        .setAggregationTemporalitySelector(
                                AggregationTemporalitySelector.deltaPreferred())
                        .setDefaultAggregationSelector(
                                DefaultAggregationSelector.getDefault()
                                        .with(
                                                InstrumentType.HISTOGRAM,
                                                Aggregation.base2ExponentialBucketHistogram()))
                        .build();
        try (var provider = provider(exporter)) {
            var meter = provider.get("test");
            var orders = meter.counterBuilder("kinds.orders").build();
            var latency = meter.histogramBuilder("kinds.latency").build();
            orders.add(3);
            latency.record(0);
            latency.record(1.5);
            flush(provider);
            orders.add(4);
            latency.record(100);
            flush(provider);
        }

        assertThat(only("kinds.orders").values()).containsExactly(3, 7);
        assertThat(only("kinds.latency_count").values()).containsExactly(2, 3);
        assertThat(only("kinds.latency_sum").values()).containsExactly(1.5, 101.5);
        var below =
                stored("kinds.latency_bucket").stream()
                        .filter(each -> !"+Inf".equals(each.key().labels().value("le")))
                        .filter(each -> bound(each) >= 1.5 && bound(each) < 100)
                        .toList();
        assertThat(below).isNotEmpty();
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/metrics/kinds.orders")
                .then()
                .body("type", equalTo("counter"));
    }

    @Test
    void theJsonOfTheSdkIsRead() {
        var json = new ByteArrayOutputStream();
        var exporter =
                OtlpStdoutMetricExporter.builder()
                        .setOutput(json)
                        .setWrapperJsonObject(true)
                        .build();
        byte[] sent;
        try (var provider = provider(exporter)) {
            var meter = provider.get("test");
            meter.counterBuilder("kinds.json").setUnit("{order}").build().add(3);
            meter.histogramBuilder("kinds.json.latency").build().record(7);
            flush(provider);
            // Closing exports once more.
            sent = json.toByteArray();
        }

        post(sent).statusCode(200).contentType("application/json").body(equalTo("{}"));

        assertThat(only("kinds.json").values()).containsExactly(3);
        assertThat(stored("kinds.json.latency_bucket")).hasSizeGreaterThan(10);
        assertThat(only("kinds.json.latency_sum").values()).containsExactly(7);
    }

    @Test
    void partialSuccessIsToldInJsonToo() {
        post("""
        {"resourceMetrics": [{"scopeMetrics": [{"metrics": [
          {"name": "kinds.vague", "sum": {"dataPoints": [{"asInt": "1"}]}, "future": [{}]}
        ]}]}]}
        """
                        .getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("partialSuccess.rejectedDataPoints", equalTo("1"))
                .body("partialSuccess.errorMessage", containsString("kinds.vague"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "[]~an object was expected",
                "{\"resourceMetrics\": 5}~resourceMetrics: an object was expected",
                "{\"resourceMetrics\": [{]}~not valid JSON at line 1",
                "{} x~not valid JSON",
                "{\"resourceMetrics\": {\"scopeMetrics\": {\"metrics\": {\"name\": 5}}}}~name: a text was expected",
                "{\"resourceMetrics\": {\"scopeMetrics\": {\"metrics\": {\"gauge\": {\"dataPoints\": {\"asDouble\": \"one\"}}}}}}~asDouble: a number was expected",
                "{\"resourceMetrics\": {\"scopeMetrics\": {\"metrics\": {\"gauge\": {\"dataPoints\": {\"asInt\": 1.5}}}}}}~asInt: a whole number was expected",
                "{\"resourceMetrics\": {\"scopeMetrics\": {\"metrics\": {\"sum\": {\"isMonotonic\": 1}}}}}~isMonotonic: true or false was expected"
            })
    void wrongJsonIsNamed(String body, String fault) {
        post(body.getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("code", equalTo(3))
                .body("message", containsString(fault));
    }

    private ValidatableResponse post(byte[] json) {
        return given().header("Authorization", "Bearer " + tenants.token(ACME, Role.EDITOR))
                .contentType("application/json")
                .body(json)
                .post("/v1/metrics")
                .then();
    }

    private static SdkMeterProvider provider(MetricExporter exporter) {
        return SdkMeterProvider.builder()
                .registerMetricReader(
                        PeriodicMetricReader.builder(exporter)
                                .setInterval(Duration.ofHours(1))
                                .build())
                .build();
    }

    /// The reader tells that an export is done a moment before it takes the next one, and refuses it until then.
    private static void flush(SdkMeterProvider provider) {
        Await.until(
                Duration.ofSeconds(20),
                "the SDK to send its metrics",
                () -> provider.forceFlush().join(20, TimeUnit.SECONDS).isSuccess());
    }

    private static double bound(Series series) {
        return Double.parseDouble(String.valueOf(series.key().labels().value("le")));
    }

    private Series only(String metric) {
        var found = stored(metric);
        assertThat(found).as(metric).hasSize(1);
        return found.getFirst();
    }

    private List<Series> stored(String metric) {
        var range = TimeRange.last(Duration.ofHours(1), clock.instant().plusSeconds(60));
        return reader.read(ACME, new Selection(metric, List.of(), range), 1_000);
    }
}

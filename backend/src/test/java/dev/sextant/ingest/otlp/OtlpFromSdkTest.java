// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import static dev.sextant.testing.TestTenants.ACME;
import static dev.sextant.testing.TestTenants.GLOBEX;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sextant.identity.Role;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.TestTenants;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The OpenTelemetry SDK measures and its own exporter sends.
@QuarkusTest
class OtlpFromSdkTest {
    private static final Attributes SHOP = Attributes.of(AttributeKey.stringKey("shop"), "north");

    @Inject TestTenants tenants;
    @Inject SeriesReader reader;
    @Inject InstantSource clock;

    @Test
    void whatTheSdkMeasuresIsStored() {
        try (var provider = provider()) {
            measure(provider);
            assertThat(provider.forceFlush().join(20, TimeUnit.SECONDS).isSuccess()).isTrue();
        }

        var orders = stored(ACME, "shop.orders");
        assertThat(orders).hasSize(1);
        assertThat(orders.getFirst().key().labels().asMap())
                .containsEntry("shop", "north")
                .containsEntry("service.name", "shop")
                .containsEntry("k8s.pod.name", "shop-1")
                .doesNotContainKeys("telemetry.sdk.language", "process.pid");
        assertThat(last(orders.getFirst())).isEqualTo(3);
        assertThat(last(stored(ACME, "shop.carts").getFirst())).isEqualTo(-2);
        assertThat(last(stored(ACME, "shop.temperature").getFirst())).isEqualTo(21.5);
        var buckets = new TreeMap<String, Double>();
        stored(ACME, "shop.latency_bucket")
                .forEach(each ->
                        buckets.put(String.valueOf(each.key().labels().value("le")), last(each)));
        assertThat(buckets)
                .containsOnlyKeys("0.005", "1", "1e+06", "+Inf")
                .containsEntry("0.005", 1.0)
                .containsEntry("1", 2.0)
                .containsEntry("1e+06", 2.0)
                .containsEntry("+Inf", 3.0);
        assertThat(last(stored(ACME, "shop.latency_count").getFirst())).isEqualTo(3);
        assertThat(stored(GLOBEX, "shop.orders")).isEmpty();
        tenants.as(ACME, Role.VIEWER)
                .get("/api/v1/metrics/shop.orders")
                .then()
                .statusCode(200)
                .body("type", equalTo("counter"))
                .body("unit", equalTo("{order}"))
                .body("description", equalTo("Orders."));
    }

    @Test
    void anotherTypeIsNamed() {
        given().header("Authorization", "Bearer " + tenants.token(ACME, Role.EDITOR))
                .contentType("text/plain")
                .body("{}")
                .post("/v1/metrics")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("detail", containsString("application/json"));
    }

    @Test
    void aGzipBombIsRefusedBeforeItIsUnpacked() {
        given().header("Authorization", "Bearer " + tenants.token(ACME, Role.EDITOR))
                .contentType("application/x-protobuf")
                .header("Content-Encoding", "gzip")
                .body(MalformedOtlpTest.gzip(new byte[65 << 20]))
                .post("/v1/metrics")
                .then()
                .statusCode(413)
                .contentType("application/x-protobuf");
    }

    private static void measure(SdkMeterProvider provider) {
        var meter = provider.get("test");
        var orders =
                meter.counterBuilder("shop.orders")
                        .setUnit("{order}")
                        .setDescription("Orders.")
                        .build();
        orders.add(3, SHOP);
        meter.upDownCounterBuilder("shop.carts").build().add(-2);
        meter.gaugeBuilder("shop.temperature").build().set(21.5);
        var latency =
                meter.histogramBuilder("shop.latency")
                        .setUnit("s")
                        .setExplicitBucketBoundariesAdvice(List.of(0.005, 1.0, 1e6))
                        .build();
        latency.record(0.001);
        latency.record(0.5);
        latency.record(2e6);
    }

    private SdkMeterProvider provider() {
        var exporter =
                OtlpHttpMetricExporter.builder()
                        .setEndpoint("http://127.0.0.1:%d/v1/metrics".formatted(RestAssured.port))
                        .setCompression("gzip")
                        .addHeader("Authorization", "Bearer " + tenants.token(ACME, Role.EDITOR))
                        .build();
        var resource =
                Resource.create(
                        Attributes.builder()
                                .put("service.name", "shop")
                                .put("k8s.pod.name", "shop-1")
                                .put("process.pid", 5)
                                .build());
        return SdkMeterProvider.builder()
                .setResource(resource)
                .registerMetricReader(
                        PeriodicMetricReader.builder(exporter)
                                .setInterval(Duration.ofHours(1))
                                .build())
                .build();
    }

    private static double last(Series series) {
        return series.values()[series.length() - 1];
    }

    private List<Series> stored(TenantId tenant, String metric) {
        var range = TimeRange.last(Duration.ofHours(1), clock.instant().plusSeconds(60));
        return reader.read(tenant, new Selection(metric, List.of(), range), 1_000);
    }
}

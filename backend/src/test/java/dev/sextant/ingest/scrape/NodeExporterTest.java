// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.scrape;

import static dev.sextant.testing.TestTenants.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.sextant.identity.Role;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.telemetry.Matcher;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.testing.Await;
import dev.sextant.testing.NodeExporter;
import dev.sextant.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real node exporter is scraped until it dies.
@QuarkusTest
class NodeExporterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long STALE = 0x7ff0000000000002L;

    @Inject TestTenants tenants;
    @Inject SeriesReader reader;
    @Inject InstantSource clock;

    @Test
    void itsSeriesAreStoredAndEndWithIt(@TempDir Path folder) {
        String path;
        try (var exporter = NodeExporter.start(folder)) {
            path = "/api/v1/targets/" + follow(exporter);
            Await.until(PATIENCE, "a scrape", () -> isUp(path, true));
            var cpu = stored("node_cpu_seconds_total");
            assertThat(cpu).hasSizeGreaterThan(4);
            assertThat(cpu.getFirst().key().labels().asMap())
                    .containsKeys("cpu", "mode", "instance")
                    .containsEntry("site", "cellar");
            assertThat(last("up")).isEqualTo(1);
            assertThat(last("scrape_samples_scraped")).isGreaterThan(200);
            assertThat(stored("go_goroutines")).as("dropped by the target's step").isEmpty();
            tenants.as(ACME, Role.VIEWER)
                    .get("/api/v1/metrics/node_cpu_seconds_total")
                    .then()
                    .statusCode(200)
                    .body("type", equalTo("counter"))
                    .body("unit", equalTo("s"))
                    .body("description", containsString("CPUs spent in each mode"));
        }
        Await.until(PATIENCE, "a scrape that failed", () -> isUp(path, false));
        Await.until(PATIENCE, "up to be 0", () -> last("up") == 0);
        assertThat(Double.doubleToRawLongBits(last("node_load1"))).isEqualTo(STALE);
        tenants.as(ACME, Role.EDITOR).delete(path).then().statusCode(204);
        Await.until(
                PATIENCE, "the end of up", () -> Double.doubleToRawLongBits(last("up")) == STALE);
    }

    private String follow(NodeExporter exporter) {
        var spec =
                """
                {"name": "node-exporter", "url": "%s/metrics", "interval": "1s",
                 "labels": {"site": "cellar"},
                 "steps": [{"type": "drop", "metric": "go_.*"}]}
                """
                        .formatted(exporter.address());
        return tenants.as(ACME, Role.EDITOR)
                .body(spec)
                .post("/api/v1/targets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private boolean isUp(String path, boolean isUp) {
        var answer = tenants.as(ACME, Role.VIEWER).get(path).then().statusCode(200).extract();
        return Boolean.valueOf(isUp).equals(answer.path("state.up"));
    }

    private double last(String metric) {
        var series = stored(metric).getFirst();
        return series.values()[series.length() - 1];
    }

    private List<Series> stored(String metric) {
        var range = TimeRange.last(Duration.ofHours(1), clock.instant().plusSeconds(60));
        var ours = List.<Matcher>of(new Matcher.In("job", Set.of("node-exporter")));
        return reader.read(ACME, new Selection(metric, ours, range), 100_000);
    }
}

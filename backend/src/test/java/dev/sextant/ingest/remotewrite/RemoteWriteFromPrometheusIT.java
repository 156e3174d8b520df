// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.remotewrite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.testing.Await;
import dev.sextant.testing.PrometheusServer;
import dev.sextant.testing.RunningSextant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Prometheus server scrapes itself each second and sends what it scraped; the same samples must come back from both.
class RemoteWriteFromPrometheusIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SCRAPED_MILLIS = 8_000;

    @TempDir private static Path folder;

    private static RunningSextant sextant;
    private static PrometheusServer prometheus;

    @BeforeAll
    static void start() {
        sextant =
                RunningSextant.start(
                        folder.resolve("data"), Map.of("sextant.ingest.host.enabled", "false"));
        prometheus =
                PrometheusServer.start(
                        folder.resolve("prometheus"),
                        port ->
                                """
                                global:
                                  scrape_interval: 1s
                                scrape_configs:
                                  - job_name: self
                                    static_configs:
                                      - targets: ["127.0.0.1:%d"]
                                remote_write:
                                  - url: %s/api/v1/write
                                    authorization:
                                      credentials: %s
                                    queue_config:
                                      batch_send_deadline: 200ms
                                    metadata_config:
                                      send_interval: 1s
                                """
                                        .formatted(port, sextant.address(), RunningSextant.TOKEN));
    }

    @AfterAll
    static void stop() {
        prometheus.close();
        sextant.close();
    }

    @Test
    void theSameSamplesComeBackFromBoth() {
        long from = firstSample();
        long to = from + SCRAPED_MILLIS;
        Await.until(
                PATIENCE, "samples until " + Instant.ofEpochMilli(to), () -> lastSample("up") > to);
        var scraped = prometheus.query("{__name__=~\".+\"}[%dms]".formatted(to - from), to);
        var expected = new TreeMap<String, SortedMap<String, String>>();
        for (var series : scraped) {
            var labels = labels(series.get("metric"));
            var metric = String.valueOf(labels.remove("__name__"));
            expected.computeIfAbsent(metric, _ -> new TreeMap<>())
                    .put(labels.toString(), scrapedPoints(series.get("values"), from));
        }
        assertThat(expected)
                .hasSizeGreaterThan(100)
                .containsKey("prometheus_http_request_duration_seconds_bucket");

        // Senders work in parallel, so that a series may come some time after another one.
        Await.until(
                PATIENCE,
                "the samples of up",
                () -> stored("up", from, to).equals(expected.get("up")));
        expected.forEach((metric, series) -> {
            Await.value(
                    PATIENCE,
                    "samples of " + metric,
                    () -> Optional.of(stored(metric, from, to)).filter(series::equals));
            assertThat(stored(metric, from, to)).isEqualTo(series);
        });
        assertThat(prometheus.query("prometheus_remote_storage_samples_failed_total > 0", to))
                .isEmpty();
    }

    @Test
    void whatMetricsMeanComesToo() {
        var about =
                Await.value(
                        PATIENCE,
                        "the description of a metric",
                        () ->
                                Optional.of(
                                                sextant.rest()
                                                        .get(
                                                                "/api/v1/metrics/prometheus_tsdb_wal_fsync_duration_seconds_sum"))
                                        .filter(answer -> answer.status() == 200)
                                        .filter(answer ->
                                                !answer.body()
                                                        .path("description")
                                                        .asText()
                                                        .isEmpty()));

        assertThat(about.body().path("type").asText()).isEqualTo("counter");
        assertThat(about.body().path("unit").asText()).isEqualTo("s");
        assertThat(about.body().path("series").asInt()).isEqualTo(1);
        assertThat(about.body().path("labels").findValuesAsText("name"))
                .containsExactly("instance", "job");
    }

    private static long firstSample() {
        return Await.value(
                PATIENCE,
                "a first sample",
                () -> Optional.of(lastSample("up")).filter(at -> at > 0));
    }

    /// The time of the newest sample of a metric that Sextant has, 0 when it has none.
    private static long lastSample(String metric) {
        var answer = sextant.rest().post("/api/v1/query", Map.of("metric", metric, "last", "1m"));
        long last = 0;
        for (var time : answer.body().at("/series/0/times")) {
            last = time.asLong();
        }
        return last;
    }

    /// Only what Prometheus sent: the platform's own series may have the same metric names.
    private static SortedMap<String, String> stored(String metric, long from, long to) {
        var sent = Map.of("job", "self");
        var answer =
                sextant.rest()
                        .post(
                                "/api/v1/query",
                                Map.of("metric", metric, "where", sent, "from", from, "to", to));
        var found = new TreeMap<String, String>();
        for (var series : answer.body().path("series")) {
            found.put(labels(series.get("labels")).toString(), storedPoints(series));
        }
        return found;
    }

    private static SortedMap<String, String> labels(JsonNode node) {
        var labels = new TreeMap<String, String>();
        node.properties().forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static String storedPoints(JsonNode series) {
        List<String> points = new ArrayList<>();
        for (int at = 0; at < series.get("times").size(); at++) {
            var value = series.get("values").get(at);
            points.add(
                    series.get("times").get(at).asLong()
                            + " "
                            + (value.isNull() ? "NaN" : Double.toString(value.asDouble())));
        }
        return points.toString();
    }

    /// Ranges of this Prometheus hold their start, ours do not.
    private static String scrapedPoints(JsonNode values, long after) {
        List<String> points = new ArrayList<>();
        for (var point : values) {
            long time = Math.round(point.get(0).asDouble() * 1000);
            if (time > after) {
                points.add(
                        time
                                + " "
                                + Double.parseDouble(
                                        point.get(1).asText().replace("Inf", "Infinity")));
            }
        }
        return points.toString();
    }
}

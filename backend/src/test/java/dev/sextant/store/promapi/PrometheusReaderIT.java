// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.promapi;

import static dev.sextant.store.source.SourceFixture.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.ingest.remotewrite.WriteRequests;
import dev.sextant.store.source.SourceFixture;
import dev.sextant.store.source.SourceSpec;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.testing.PrometheusServer;
import dev.sextant.testing.VictoriaServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same series in the own store, in a real Prometheus and in a real VictoriaMetrics: every plan answers the same.
///
/// Neither server gives a whole answer: it is too large for the reader, and too much for Prometheus, whose limit is low.
class PrometheusReaderIT {
    private static final int POINTS = 2_000;
    private static final long STEP = 1_500;
    private static final long END = System.currentTimeMillis() / 60_000 * 60_000 - 60_000;
    private static final Instant NOW = Instant.ofEpochMilli(END);

    private static final List<String> PLANS =
            List.of(
                    "{\"metric\":\"%s\",\"last\":\"40m\"}",
                    "{\"metric\":\"%s\",\"last\":\"40m\",\"step\":\"1m\",\"aggregate\":\"avg\"}",
                    "{\"metric\":\"%s\",\"last\":\"40m\",\"step\":\"5m\",\"aggregate\":\"rate\"}",
                    "{\"metric\":\"%s\",\"last\":\"3m\",\"aggregate\":\"count\",\"offset\":\"7m\"}",
                    "{\"metric\":\"%s\",\"last\":\"5m\",\"aggregate\":\"last\"}",
                    "{\"metric\":\"%s\",\"last\":\"5m\",\"aggregate\":\"sum\",\"by\":[\"zone\"]}",
                    "{\"metric\":\"%s\",\"last\":\"1m\",\"where\":{\"host\":[\"a\",\"c.d\"]}}",
                    "{\"metric\":\"%s\",\"last\":\"1m\",\"where\":{\"host\":{\"not\":\"a\"}}}",
                    "{\"metric\":\"%s\",\"last\":\"1m\",\"where\":{\"host\":{\"regex\":\"[ab]|c.*\"}}}",
                    "{\"metric\":\"%s\",\"last\":\"1m\",\"where\":{\"zone\":\"\",\"odd name\":\"\"}}",
                    "{\"op\":\"versus\",\"offset\":\"10m\",\"input\":{\"metric\":\"%s\",\"last\":\"5m\",\"aggregate\":\"avg\"}}");

    @TempDir private static Path folder;
    private static PrometheusServer prometheus;
    private static VictoriaServer victoria;
    private static SourceFixture platform;

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        prometheus =
                PrometheusServer.start(
                        folder.resolve("prometheus"),
                        _ -> "global:\n  scrape_interval: 1m\n",
                        "--web.enable-remote-write-receiver",
                        "--query.max-samples=1500");
        victoria = VictoriaServer.start(folder.resolve("victoria"));
        platform = new SourceFixture(folder, 40_000);
        var batch =
                List.of(
                        series(Map.of("host", "a", "zone", "x"), 1),
                        series(Map.of("host", "b \"\\", "zone", "x"), 2),
                        series(Map.of("host", "c.d"), 3));
        platform.own.append(ACME, batch);
        for (int port : List.of(prometheus.port(), victoria.port())) {
            send(batch, port);
        }
        victoria.flush();
        platform.add(spec("prometheus", prometheus.port()));
        platform.add(spec("victoria", victoria.port()));
    }

    private static Series series(Map<String, String> labels, int factor) {
        var times = new long[POINTS];
        var values = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            times[i] = END - STEP * (POINTS - 1 - i);
            values[i] = (i % 311) * factor + 0.125;
        }
        return new Series(new SeriesKey("m", Labels.of(labels)), times, values);
    }

    private static SourceSpec spec(String name, int port) {
        return new SourceSpec(
                name,
                "prometheus",
                "http://127.0.0.1:" + port,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void send(List<Series> batch, int port)
            throws IOException, InterruptedException {
        var parts = new ArrayList<WriteRequests.Part>();
        for (var series : batch) {
            var labels = new TreeMap<>(series.key().labels().asMap());
            labels.put("__name__", series.key().metric());
            var points = new ArrayList<WriteRequests.Part>();
            points.add(WriteRequests.labels(labels));
            for (int i = 0; i < series.length(); i++) {
                points.add(WriteRequests.sample(series.times()[i], series.values()[i]));
            }
            parts.add(WriteRequests.series(points.toArray(WriteRequests.Part[]::new)));
        }
        var whole = WriteRequests.message(parts.toArray(WriteRequests.Part[]::new));
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/write"))
                        .header("Content-Encoding", "snappy")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(WriteRequests.packed(whole)))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }
    }

    @AfterAll
    static void stop() {
        platform.close();
        victoria.close();
        prometheus.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria"})
    void everyPlanAnswersTheSame(String source) {
        for (var plan : PLANS) {
            platform.answersTheSame(plan, source + "/m", NOW);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria"})
    void whatIsNotThereIsNotKnown(String source) {
        assertThat(
                        platform.refusal(
                                "{\"metric\":\"%s/nothing\",\"last\":\"5m\"}".formatted(source),
                                NOW))
                .contains("no metric %s/nothing".formatted(source));
        assertThat(platform.reader.knows(ACME, source + "/m")).isTrue();
        assertThat(platform.reader.seriesCount(ACME, source + "/m")).isEqualTo(3);
        assertThat(platform.reader.metrics(ACME)).containsExactly("m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "victoria"})
    void anotherTenantHasNoSuchSource(String source) {
        var other = new dev.sextant.tenant.TenantId("globex");
        assertThat(platform.reader.seriesCount(other, source + "/m")).isZero();
    }
}

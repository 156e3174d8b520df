// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.ingest.remotewrite.WriteRequests;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.PrometheusServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same awkward samples in a real Prometheus and here: every function must answer the same.
///
/// Windows are open at their start here, as in Prometheus 3; Prometheus 2 takes a sample that lies on the start, too. So
/// for each start the peer also has twins of all series, which lack just that sample, and is asked for those.
class PrometheusSemanticsIT {
    private static final TenantId ACME = new TenantId("acme");
    private static final int CASES = 120;
    private static final int HISTOGRAMS = 10;
    private static final double ROUNDING = 1e-9;

    /// A full minute, so that steps of a minute end there.
    private static final long NOW = System.currentTimeMillis() / 60_000 * 60_000 - 600_000;

    private static final long LATER = NOW + 217_000;
    private static final List<String> WINDOWS = List.of("30s", "1m", "5m", "10m");

    /// Where the windows begin that are asked for.
    private static final SortedSet<Long> STARTS = new TreeSet<>();

    static {
        for (var window : WINDOWS) {
            STARTS.add(NOW - millis(window));
            STARTS.add(LATER - millis(window));
        }
        for (int minutes = 1; minutes <= 10; minutes++) {
            STARTS.add(NOW - 60_000L * minutes);
        }
    }

    @TempDir private static Path folder;
    private static PrometheusServer prometheus;
    private static final InMemorySeries SERIES = new InMemorySeries();

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        prometheus =
                PrometheusServer.start(
                        folder,
                        _ -> "global:\n  scrape_interval: 1m\n",
                        "--web.enable-remote-write-receiver");
        var edges = new ArrayList<>(STARTS);
        edges.add(NOW);
        edges.add(LATER);
        var awkward = new AwkwardSeries(20_261_121, NOW - 1_500_000, NOW + 300_000, edges);
        var batch = new ArrayList<Series>();
        for (int number = 0; number < CASES; number++) {
            batch.add(awkward.series(number));
        }
        for (int number = 0; number < HISTOGRAMS; number++) {
            batch.addAll(awkward.histogram(number));
        }
        SERIES.append(ACME, batch);
        send(batch);
        for (long start : STARTS) {
            send(batch.stream().map(series -> twin(series, start)).toList());
        }
    }

    @AfterAll
    static void stop() {
        prometheus.close();
    }

    @ParameterizedTest
    @CsvSource({
        "rate,rate(m[%s])",
        "increase,increase(m[%s])",
        "delta,delta(m[%s])",
        "avg,avg_over_time(m[%s])",
        "sum,sum_over_time(m[%s])",
        "min,min_over_time(m[%s])",
        "max,max_over_time(m[%s])",
        "count,count_over_time(m[%s])",
        "stddev,stddev_over_time(m[%s])"
    })
    void functionsOverTimeAnswerTheSame(String aggregate, String expression) {
        for (var window : WINDOWS) {
            for (long at : List.of(NOW, LATER)) {
                var plan =
                        "{\"metric\":\"m\",\"last\":\"%s\",\"aggregate\":\"%s\"}"
                                .formatted(window, aggregate);
                compare(plan, expression.formatted(window), at - millis(window), at);
            }
        }
    }

    @Test
    void quantilesOverTimeAnswerTheSame() {
        for (var share : List.of("0", "0.5", "0.9", "1")) {
            var plan =
                    "{\"metric\":\"m\",\"last\":\"10m\",\"aggregate\":\"quantile\",\"quantile\":%s}"
                            .formatted(share);
            compare(
                    plan,
                    "quantile_over_time(%s, m[10m])".formatted(share),
                    NOW - millis("10m"),
                    NOW);
        }
    }

    @Test
    void lastIsWhatPrometheusSeesNowAndNothingOnceASeriesHasEnded() {
        for (long at : List.of(NOW, LATER)) {
            var plan = "{\"metric\":\"m\",\"last\":\"5m\",\"aggregate\":\"last\"}";
            same("last at " + at, at(answer(plan, at), at), asked("m", at));
        }
    }

    @Test
    void groupsOfRatesAnswerTheSame() {
        compare(
                "{\"metric\":\"m\",\"last\":\"5m\",\"aggregate\":\"rate\",\"by\":[\"zone\"]}",
                "sum by (zone) (rate(m[5m]))",
                NOW - millis("5m"),
                NOW);
        compare(
                "{\"metric\":\"m\",\"last\":\"5m\",\"aggregate\":\"max\",\"without\":[\"case\"]}",
                "max without (case) (max_over_time(m[5m]))",
                NOW - millis("5m"),
                NOW);
    }

    @Test
    void everyStepAnswersLikeAQueryAtItsEnd() {
        var plan = "{\"metric\":\"m\",\"last\":\"10m\",\"step\":\"1m\",\"aggregate\":\"increase\"}";
        var ours = answer(plan, NOW);
        for (long end = NOW - 540_000; end <= NOW; end += 60_000) {
            assertThat(at(ours, end)).as("at %d", end).isNotEmpty();
            var theirs = asked(of("increase(m[1m])", end - 60_000), end);
            same("increase at " + end, at(ours, end), theirs);
        }
    }

    @Test
    void quantilesOfHistogramsAnswerTheSame() {
        for (var share : List.of("0", "0.01", "0.5", "0.9", "0.99", "1")) {
            var plan =
                    "{\"metric\":\"h\",\"last\":\"5m\",\"aggregate\":\"quantile\",\"quantile\":%s%s}";
            compare(
                    plan.formatted(share, ""),
                    "histogram_quantile(%s, rate(h_bucket[5m])) >= 0".formatted(share),
                    NOW - millis("5m"),
                    NOW);
            compare(
                    plan.formatted(share, ",\"by\":[\"zone\"]"),
                    "histogram_quantile(%s, sum by (le, zone) (rate(h_bucket[5m]))) >= 0"
                            .formatted(share),
                    NOW - millis("5m"),
                    NOW);
        }
    }

    private static void compare(String plan, String expression, long start, long at) {
        var ours = at(answer(plan, at), at);
        assertThat(ours).as(plan).isNotEmpty();
        var what = plan + " against " + expression + " at " + at;
        same(what, ours, asked(of(expression, start), at));
    }

    /// The expression, asked of the twins for a start.
    private static String of(String expression, long start) {
        return expression
                .replace("m[", "m_without_" + start + '[')
                .replace("h_bucket", "h_without_" + start + "_bucket");
    }

    private static Series twin(Series series, long start) {
        var metric = series.key().metric();
        var name =
                metric.equals("m")
                        ? "m_without_" + start
                        : metric.replace("_bucket", "_without_" + start + "_bucket");
        return AwkwardSeries.without(start, series, name);
    }

    private static long millis(String window) {
        return Durations.parse(window).toMillis();
    }

    private static void same(String what, Map<String, Double> ours, Map<String, Double> theirs) {
        assertThat(ours.keySet()).as(what).isEqualTo(theirs.keySet());
        theirs.forEach((labels, expected) -> {
            double value = ours.getOrDefault(labels, Double.NaN);
            boolean isSame =
                    Double.compare(value, expected) == 0
                            || Math.abs(value - expected)
                                    <= ROUNDING * Math.max(1, Math.abs(expected));
            assertThat(isSame)
                    .as("%s of %s: %s, Prometheus says %s", what, labels, value, expected)
                    .isTrue();
        });
    }

    private static List<Series> answer(String plan, long at) {
        var engine = new QueryEngine(SERIES, QueryLimits.standard());
        var result = engine.run(ACME, plan, Instant.ofEpochMilli(at));
        assertThat(result).as(plan).isInstanceOf(QueryResult.Answer.class);
        return ((QueryResult.Answer) result).frame().series();
    }

    /// The values at one time, by labels; what is asked of the last value may carry the time of its sample.
    private static Map<String, Double> at(List<Series> series, long time) {
        var values = new TreeMap<String, Double>();
        for (var one : series) {
            for (int i = 0; i < one.length(); i++) {
                if (one.times()[i] == time) {
                    values.put(one.key().labels().toString(), one.values()[i]);
                }
            }
        }
        return values;
    }

    private static Map<String, Double> asked(String expression, long at) {
        var values = new TreeMap<String, Double>();
        for (var series : prometheus.query(expression, at)) {
            values.put(labels(series.get("metric")), number(series.get("value").get(1).asText()));
        }
        return values;
    }

    private static String labels(JsonNode metric) {
        var labels = new HashMap<String, String>();
        metric.properties().forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        labels.remove("__name__");
        return Labels.of(labels).toString();
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }

    private static void send(List<Series> batch) throws IOException, InterruptedException {
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
        var body =
                WriteRequests.packed(
                        WriteRequests.message(parts.toArray(WriteRequests.Part[]::new)));
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/api/v1/write"
                                                .formatted(prometheus.port())))
                        .header("Content-Encoding", "snappy")
                        .header("Content-Type", "application/x-protobuf")
                        .header("X-Prometheus-Remote-Write-Version", "0.1.0")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }
    }
}

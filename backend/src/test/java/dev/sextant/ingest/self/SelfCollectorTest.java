// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.ingest.HostName;
import dev.sextant.ingest.Measurements;
import dev.sextant.ingest.TestIngestConfig;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SelfCollectorTest {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void samplesMetersUnderTheNamesThatTheyAreExposedWith() {
        Counter.builder("sextant.test.things").tag("kind", "a").register(registry).increment(3);
        Gauge.builder("sextant.test.size", () -> 7).baseUnit("bytes").register(registry);
        Timer.builder("sextant.test.wait")
                .description("Waiting")
                .register(registry)
                .record(Duration.ofSeconds(2));

        var measured = new Measurements(Instant.EPOCH);
        new SelfCollector(registry, TestIngestConfig.of(Map.of())).collect(measured);

        var values = new TreeMap<String, Double>();
        measured.series()
                .forEach(series -> values.put(series.key().toString(), series.values()[0]));
        var instance = "instance=\"" + HostName.find() + '"';
        assertThat(values)
                .containsEntry("sextant_test_things_total{" + instance + ", kind=\"a\"}", 3.0)
                .containsEntry("sextant_test_size_bytes{" + instance + "}", 7.0)
                .containsEntry("sextant_test_wait_seconds_count{" + instance + "}", 1.0)
                .containsEntry("sextant_test_wait_seconds_sum{" + instance + "}", 2.0)
                .containsEntry("sextant_test_wait_seconds_max{" + instance + "}", 2.0);
        assertThat(measured.metadata())
                .contains(
                        new MetricMetadata("sextant_test_size_bytes", Type.GAUGE, "By", ""),
                        new MetricMetadata(
                                "sextant_test_wait_seconds", Type.SUMMARY, "s", "Waiting"))
                .extracting(MetricMetadata::metric)
                .contains("sextant_test_things_total");
    }
}

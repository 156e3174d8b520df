// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.ingest.HostName;
import dev.sextant.ingest.Measurements;
import dev.sextant.ingest.TestIngestConfig;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.Series;
import dev.sextant.testing.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// On the real machine, through the real OSHI.
class HostCollectorTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static Measurements measured = new Measurements(NOW);

    @BeforeAll
    static void measure() {
        var config = TestIngestConfig.of(Map.of());
        var collector = new HostCollector(config);
        collector.collect(new Measurements(NOW.minusSeconds(10)));
        // Shares of CPU time are there as soon as there is enough time to share.
        measured =
                Await.value(
                        Duration.ofSeconds(30),
                        "CPU use",
                        () -> {
                            var reading = new Measurements(NOW);
                            collector.collect(reading);
                            return Optional.of(reading).filter(HostCollectorTest::hasCpu);
                        });
    }

    @Test
    void measuresWhatEveryMachineHas() {
        assertThat(byMetric().keySet())
                .contains(
                        "host.cpu.usage_ratio",
                        "host.cpu.core.usage_ratio",
                        "host.load.average",
                        "host.memory.used_bytes",
                        "host.memory.available_bytes",
                        "host.memory.total_bytes",
                        "host.memory.used_ratio",
                        "host.swap.used_bytes",
                        "host.swap.total_bytes",
                        "host.filesystem.used_ratio",
                        "host.filesystem.used_bytes",
                        "host.filesystem.total_bytes",
                        "host.file_descriptors.open",
                        "host.file_descriptors.limit",
                        "host.process.cpu_ratio",
                        "host.process.memory_bytes",
                        "host.uptime_seconds");
    }

    @Test
    void countsOnTheDevicesThatTheMachineHas() {
        var metrics = byMetric();

        if (metrics.containsKey("host.network.receive_bytes")) {
            assertThat(metrics).containsKeys("host.network.transmit_bytes", "host.network.errors");
        }
        if (metrics.containsKey("host.disk.read_bytes")) {
            assertThat(metrics).containsKeys("host.disk.write_bytes");
        }
    }

    @Test
    void everySeriesNamesTheHostAndTheTime() {
        assertThat(measured.series())
                .allSatisfy(series -> {
                    assertThat(series.key().labels().value("host")).isEqualTo(HostName.find());
                    assertThat(series.times()).containsExactly(NOW.toEpochMilli());
                })
                .extracting(Series::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyMetricIsDescribed() {
        assertThat(measured.metadata())
                .extracting(MetricMetadata::metric)
                .containsExactlyInAnyOrderElementsOf(byMetric().keySet());
        assertThat(measured.metadata())
                .allSatisfy(metadata -> {
                    assertThat(metadata.unit()).isNotBlank();
                    assertThat(metadata.description()).isNotBlank();
                });
    }

    @Test
    void valuesArePlausible() {
        var metrics = byMetric();
        for (var metric :
                List.of(
                        "host.cpu.usage_ratio",
                        "host.cpu.core.usage_ratio",
                        "host.memory.used_ratio",
                        "host.filesystem.used_ratio")) {
            assertThat(metrics.get(metric))
                    .allSatisfy(series -> assertThat(value(series)).isBetween(0.0, 1.0));
        }
        assertThat(metrics.get("host.cpu.core.usage_ratio"))
                .hasSize(Runtime.getRuntime().availableProcessors());
        assertThat(metrics.get("host.load.average")).hasSize(3);
        assertThat(metrics.get("host.process.cpu_ratio")).hasSizeLessThanOrEqualTo(5);
        double total = only("host.memory.total_bytes");
        assertThat(total).isGreaterThan(1 << 27);
        assertThat(only("host.memory.used_bytes") + only("host.memory.available_bytes"))
                .isEqualTo(total);
        assertThat(only("host.file_descriptors.open")).isPositive();
        assertThat(only("host.uptime_seconds")).isPositive();
        assertThat(only("host.swap.used_bytes")).isBetween(0.0, only("host.swap.total_bytes"));
    }

    private static double only(String metric) {
        var series = byMetric().getOrDefault(metric, List.of());
        assertThat(series).hasSize(1);
        return value(series.getFirst());
    }

    private static double value(Series series) {
        return series.values()[0];
    }

    private static boolean hasCpu(Measurements reading) {
        return reading.series().stream()
                .anyMatch(series -> series.key().metric().equals("host.cpu.usage_ratio"));
    }

    private static Map<String, List<Series>> byMetric() {
        return measured.series().stream()
                .collect(Collectors.groupingBy(series -> series.key().metric()));
    }
}

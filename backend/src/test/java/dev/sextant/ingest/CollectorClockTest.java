// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.catalog.InMemoryMetricDescriptions;
import dev.sextant.catalog.InMemoryMetricNotes;
import dev.sextant.catalog.LiveCatalog;
import dev.sextant.catalog.MetricSearch;
import dev.sextant.store.Selection;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import dev.sextant.testing.Await;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollectorClockTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long GRID = 50;
    private static final TenantId FIRST = new TenantId("first");

    private final InMemorySeries store = new InMemorySeries();
    private final LiveCatalog catalog =
            new LiveCatalog(
                    new StoredSeries(store),
                    new InMemoryMetricDescriptions(),
                    new InMemoryMetricNotes());
    private final CollectorClock clock = clock(new Broken(), new Counting());

    @AfterEach
    void stop() {
        clock.stop(new ShutdownEvent());
    }

    @Test
    void collectsOnTheGridWhateverOtherCollectorsDo() {
        clock.start(new StartupEvent());
        Await.until(PATIENCE, "three readings", () -> times().length >= 3);

        assertThat(times()).isSorted();
        assertThat(LongStream.of(times()).map(time -> time % GRID)).containsOnly(0L);
        assertThat(catalog.list(FIRST, new MetricSearch("", "", 10)))
                .singleElement()
                .satisfies(metric -> assertThat(metric.metadata()).isEqualTo(Counting.READINGS));
    }

    private CollectorClock clock(Collector... collectors) {
        var config =
                TestIngestConfig.of(
                        Map.of(
                                "sextant.ingest.host.every",
                                GRID + "ms",
                                "sextant.ingest.host.tenant",
                                FIRST.value()));
        var meters = new IngestMeters(new SimpleMeterRegistry(), new RecentSamples());
        var intake =
                new SampleIntake(
                        (_, payload) -> payload, new Admissions(config), store, catalog, meters);
        return new CollectorClock(List.of(collectors), intake, InstantSource.system(), config);
    }

    private long[] times() {
        var now = InstantSource.system().instant();
        var all = new Selection("readings", List.of(), TimeRange.last(Duration.ofHours(1), now));
        return store.read(FIRST, all, 1_000).stream()
                .findFirst()
                .map(Series::times)
                .orElse(new long[0]);
    }

    private static final class Counting implements Collector {
        private static final MetricMetadata READINGS =
                new MetricMetadata("readings", Type.COUNTER, "{reading}", "Readings so far");

        private int readings;

        @Override
        public String source() {
            return "counting";
        }

        @Override
        public boolean isEnabled() {
            return true;
        }

        @Override
        public void collect(Measurements into) {
            into.add(READINGS, Labels.none(), ++readings);
        }
    }

    private static final class Broken implements Collector {
        @Override
        public String source() {
            return "broken";
        }

        @Override
        public boolean isEnabled() {
            return true;
        }

        @Override
        public void collect(Measurements into) {
            throw new IllegalStateException("broken as planned");
        }
    }
}

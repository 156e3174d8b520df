// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LiveCatalogTest {
    private static final TenantId TENANT = new TenantId("acme");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final InMemoryMetricDescriptions descriptions = new InMemoryMetricDescriptions();
    private final InMemoryMetricNotes notes = new InMemoryMetricNotes();
    private final SeriesLists index = new SeriesLists();
    private LiveCatalog catalog = new LiveCatalog(index, descriptions, notes);

    @Test
    void listsMetricsThatHaveSeries() {
        arrive("cpu.usage", Map.of("host", "a"), NOW);
        arrive("cpu.usage", Map.of("host", "b"), NOW.plusSeconds(1));
        catalog.describe(
                TENANT,
                List.of(
                        metadata("cpu.usage", Type.GAUGE, "1"),
                        metadata("unused", Type.GAUGE, "")));

        assertThat(list("", "", 10))
                .containsExactly(
                        new Metric(
                                metadata("cpu.usage", Type.GAUGE, "1"),
                                2,
                                NOW.plusSeconds(1),
                                MetricNote.NOTHING));
        assertThat(catalog.find(TENANT, "unused")).isEmpty();
        assertThat(catalog.find(new TenantId("other"), "cpu.usage")).isEmpty();
    }

    @Test
    void searchesAndPages() {
        for (var metric : List.of("disk.read", "cpu.usage", "cpu.load", "memory.used")) {
            arrive(metric, Map.of(), NOW);
        }

        assertThat(list("CPU", "", 10))
                .extracting(Metric::name)
                .containsExactly("cpu.load", "cpu.usage");
        assertThat(list("us cpu", "", 10)).extracting(Metric::name).containsExactly("cpu.usage");
        assertThat(list("", "cpu.usage", 1)).extracting(Metric::name).containsExactly("disk.read");
        assertThat(list("", "cpu.zzz", 10))
                .extracting(Metric::name)
                .containsExactly("disk.read", "memory.used");
    }

    @Test
    void describesThePartsOfAHistogram() {
        arrive("latency_seconds_bucket", Map.of("le", "1"), NOW);
        arrive("latency_seconds_sum", Map.of(), NOW);
        catalog.describe(TENANT, List.of(metadata("latency_seconds", Type.HISTOGRAM, "s")));

        assertThat(list("", "", 10))
                .extracting(metric -> metric.metadata().type() + " " + metric.metadata().unit())
                .containsExactly("COUNTER ", "COUNTER s");
    }

    @Test
    void countsTheValuesOfLabels() {
        arrive("up", Map.of("job", "a", "zone", "x"), NOW);
        arrive("up", Map.of("job", "b", "zone", "x"), NOW);

        assertThat(catalog.labels(TENANT, "up"))
                .containsExactly(new LabelUse("job", 2), new LabelUse("zone", 1));
    }

    @Test
    void writesOnlyWhatChanged() {
        arrive("up", Map.of(), NOW);
        catalog.describe(TENANT, List.of(metadata("up", Type.GAUGE, "1")));
        catalog.store();
        catalog.store();
        assertThat(descriptions.written()).isEqualTo(1);

        arrive("up", Map.of(), NOW.plus(Duration.ofMinutes(9)));
        catalog.describe(TENANT, List.of(metadata("up", Type.GAUGE, "1")));
        catalog.store();
        assertThat(descriptions.written()).isEqualTo(1);

        arrive("up", Map.of(), NOW.plus(Duration.ofMinutes(10)));
        catalog.store();
        assertThat(descriptions.written()).isEqualTo(2);

        catalog.describe(TENANT, List.of(metadata("up", Type.COUNTER, "")));
        catalog.store();
        assertThat(descriptions.written()).isEqualTo(3);
    }

    @Test
    void remembersOverARestart() {
        arrive("up", Map.of(), NOW);
        catalog.describe(TENANT, List.of(metadata("up", Type.GAUGE, "1")));
        catalog.store();

        catalog = new LiveCatalog(index, descriptions, notes);
        assertThat(list("", "", 10))
                .containsExactly(
                        new Metric(metadata("up", Type.GAUGE, "1"), 1, NOW, MetricNote.NOTHING));

        catalog.store();
        assertThat(descriptions.written()).isEqualTo(1);
    }

    @Test
    void whatWasHeardSinceTheRestartIsNewer() {
        arrive("up", Map.of(), NOW);
        catalog.describe(TENANT, List.of(metadata("up", Type.GAUGE, "1")));
        catalog.store();

        catalog = new LiveCatalog(index, descriptions, notes);
        catalog.describe(TENANT, List.of(metadata("up", Type.COUNTER, "")));
        arrive("up", Map.of(), NOW.plusSeconds(5));

        assertThat(list("", "", 10))
                .containsExactly(
                        new Metric(
                                metadata("up", Type.COUNTER, "1"),
                                1,
                                NOW.plusSeconds(5),
                                MetricNote.NOTHING));
    }

    @Test
    void aSeriesInThePlaceOfAnotherIsFoundAndTheOtherIsForgotten() {
        for (var host : List.of("a", "b", "c")) {
            arrive("cpu", Map.of("host", host), NOW);
        }
        catalog.indexAll();
        assertThat(list("host=a", "", 9)).hasSize(1);

        index.remove(new SeriesKey("cpu", Labels.of("host", "a")));
        arrive("cpu", Map.of("host", "d"), NOW);
        catalog.indexAll();

        assertThat(list("host=d", "", 9)).hasSize(1);
        assertThat(list("host=a", "", 9)).isEmpty();
    }

    @Test
    void ownersAndTagsFindAMetric() {
        arrive("cpu", Map.of(), NOW);
        var note = new MetricNote(List.of("ada"), List.of("tier:core"));
        catalog.note(TENANT, "cpu", note, new MetricNotes.Said(NOW, "ada"));

        assertThat(list("ada", "", 9)).extracting(Metric::note).containsExactly(note);
        assertThat(list("core", "", 9)).hasSize(1);
        catalog.erase(TENANT);
        assertThat(catalog.tenants()).isEmpty();
    }

    private List<Metric> list(String text, String after, int limit) {
        return catalog.list(TENANT, new MetricSearch(text, after, limit));
    }

    private void arrive(String metric, Map<String, String> labels, Instant at) {
        var key = new SeriesKey(metric, Labels.of(labels));
        index.add(key);
        catalog.observe(
                TENANT,
                List.of(new Series(key, new long[] {at.toEpochMilli()}, new double[] {1})),
                at);
    }

    private static MetricMetadata metadata(String metric, Type type, String unit) {
        return new MetricMetadata(metric, type, unit, "About it.");
    }

    /// The series of one tenant.
    private static final class SeriesLists implements SeriesIndex {
        private final SortedMap<String, SortedSet<Labels>> series = new TreeMap<>();
        private long gone;

        void add(SeriesKey key) {
            series.computeIfAbsent(key.metric(), _ -> new TreeSet<>()).add(key.labels());
        }

        @Override
        public SortedSet<String> metrics(TenantId tenant) {
            return tenant.equals(TENANT) ? new TreeSet<>(series.keySet()) : new TreeSet<>();
        }

        @Override
        public long seriesCount(TenantId tenant, String metric) {
            return list(tenant, metric).size();
        }

        @Override
        public long version(TenantId tenant, String metric) {
            return list(tenant, metric).hashCode();
        }

        @Override
        public long gone(TenantId tenant) {
            return gone;
        }

        void remove(SeriesKey key) {
            series.getOrDefault(key.metric(), new TreeSet<>()).remove(key.labels());
            gone++;
        }

        @Override
        public List<Labels> list(TenantId tenant, String metric) {
            return tenant.equals(TENANT)
                    ? List.copyOf(series.getOrDefault(metric, new TreeSet<>()))
                    : List.of();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.store.SampleAppender;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.StoreContract;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sealed samples read as hot ones do: the whole contract holds with everything sealed after every append.
class SealingTest extends StoreContract {
    private static final Instant LATER = NOON.plus(Duration.ofHours(3));
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @TempDir private Path folder;
    private DuckDbStore store;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder, TestStoreConfig.standard());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected SampleAppender appender() {
        return (tenant, batch) -> {
            store.append(tenant, batch);
            store.maintain(LATER);
            assertThat(hotHours()).isEmpty();
        };
    }

    @Override
    protected SeriesReader reader() {
        return store;
    }

    @Test
    void sealsHoursThatAreOverAndKeepsTheOthersHot() {
        // Hours are open at their start and closed at their end: noon belongs to the hour before.
        store.append(
                ACME, List.of(cpu("a", new long[] {-HOUR, 0, 1, HOUR, HOUR + 1}, 1, 2, 3, 4, 5)));

        store.maintain(NOON.plus(Duration.ofMinutes(70)));

        assertThat(hotHours()).containsExactly(Part.hourOf(at(HOUR + 1)));
        assertThat(store.parts().sealed(ACME, Part.hourOf(at(0)))).hasSize(1);
        assertThat(values(ACME)).containsExactly(1, 2, 3, 4, 5);
        store.maintain(NOON.plus(Duration.ofMinutes(129)));
        assertThat(hotHours()).hasSize(1);
        store.maintain(NOON.plus(Duration.ofMinutes(130)));
        assertThat(hotHours()).isEmpty();
        assertThat(values(ACME)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void sealsAnImportWhenItIsOver() {
        var hours = LongStream.range(-5, 0).map(hour -> hour * HOUR + 1).toArray();
        store.append(ACME, List.of(cpu("a", hours, 1, 2, 3, 4, 5)));

        store.sealBacklog(LATER);
        assertThat(hotHours()).hasSize(5);
        store.append(ACME, List.of(cpu("b", new long[] {hours[0]}, 6)));
        store.sealBacklog(LATER);
        assertThat(hotHours()).containsExactly(Part.hourOf(at(hours[0])));

        // One hour is left to the upkeep of every hour.
        store.sealBacklog(LATER);
        assertThat(hotHours()).hasSize(1);
        assertThat(values(ACME)).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void mergesLateSamplesAndSettlesDuplicates() throws IOException {
        store.append(ACME, List.of(cpu("a", new long[] {1, 2, 3}, 1, 2, 3)));
        store.append(OTHER, List.of(cpu("a", new long[] {1}, 9)));
        store.maintain(LATER);
        var others = files(OTHER);

        store.append(
                ACME, List.of(cpu("a", new long[] {4, 2}, 4, 20), cpu("b", new long[] {3}, 7)));
        assertThat(values(ACME)).containsExactly(1, 20, 3, 4);
        store.append(ACME, List.of(cpu("a", new long[] {2}, 200)));
        assertThat(values(ACME)).containsExactly(1, 200, 3, 4);
        store.maintain(LATER);

        assertThat(values(ACME)).containsExactly(1, 200, 3, 4);
        assertThat(files(ACME)).hasSize(1);
        assertThat(files(OTHER)).isEqualTo(others);
        assertThat(hotHours()).isEmpty();
        reopen();
        assertThat(values(ACME)).containsExactly(1, 200, 3, 4);
        assertThat(store.read(ACME, day("cpu")).get(1).values()).containsExactly(7);
    }

    @Test
    void cutsOffWhatIsTooMuchForOneSort() {
        var random = new java.util.Random(5);
        var batch = new ArrayList<Series>();
        long[] offsets = IntStream.rangeClosed(1, 4_500).mapToLong(i -> i * 800L).toArray();
        for (int metric = 0; metric < 10; metric++) {
            for (int host = 0; host < 100; host++) {
                double[] values = random.doubles(offsets.length).toArray();
                batch.add(
                        series(
                                "m" + metric,
                                java.util.Map.of("host", "h" + host),
                                offsets,
                                values));
            }
        }
        for (int first = 0; first < batch.size(); first += 50) {
            store.append(ACME, batch.subList(first, first + 50));
        }

        store.maintain(LATER);

        assertThat(store.parts().sealed(ACME, Part.hourOf(at(1)))).hasSize(2);
        assertThat(hotHours()).isEmpty();
        for (var metric : List.of("m0", "m8", "m9")) {
            assertThat(store.read(ACME, day(metric))).hasSize(100);
        }
        var sample = batch.get(950);
        assertThat(store.read(ACME, day("m9")))
                .filteredOn(series -> series.key().equals(sample.key()))
                .singleElement()
                .satisfies(series -> assertThat(series.values()).isEqualTo(sample.values()));
    }

    @Test
    void keepsReplacedFilesForWhoIsReadingThem() throws IOException {
        store.append(ACME, List.of(cpu("a", new long[] {1}, 1)));
        store.maintain(LATER);
        var before = files(ACME);
        try (var view = store.parts().view(ACME, "cpu", at(0), at(HOUR))) {
            store.append(ACME, List.of(cpu("a", new long[] {2}, 2)));
            store.maintain(LATER);

            assertThat(files(ACME)).hasSize(2).containsAll(before);
            assertThat(view.files()).hasSize(1);
            assertThat(values(ACME)).containsExactly(1, 2);
        }
        store.maintain(LATER);
        assertThat(files(ACME)).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void takesRubbishAwayWhenItOpensAndSetsAsideWhatItDoesNotKnow() throws IOException {
        store.append(ACME, List.of(cpu("a", new long[] {1}, 1)));
        store.maintain(LATER);
        var home = folder.resolve("sealed").resolve(ACME.value());
        Files.writeString(home.resolve("2026-03-02T12-99.parquet"), "from a backup");
        Files.writeString(home.resolve("2026-03-02T12-98.parquet.part"), "half a file");

        reopen();

        assertThat(files(ACME)).hasSize(1);
        assertThat(values(ACME)).containsExactly(1);
        var aside = folder.resolve("set-aside").resolve(ACME.value());
        assertThat(aside.resolve("2026-03-02T12-99.parquet")).hasContent("from a backup");
        assertThat(aside.resolve("2026-03-02T12-98.parquet.part")).doesNotExist();
        store.erase(ACME);
        assertThat(aside).doesNotExist();
    }

    @Test
    void retentionDeletesFiles() throws IOException {
        store.append(ACME, List.of(cpu("a", new long[] {1, 24 * HOUR}, 1, 2)));
        store.append(OTHER, List.of(cpu("ended", new long[] {1}, 1)));
        store.maintain(LATER);
        assertThat(files(ACME)).hasSize(1);

        store.maintain(NOON.plus(Duration.ofDays(15)).plus(Duration.ofHours(2)));

        assertThat(files(OTHER)).isEmpty();
        assertThat(store.seriesCount(OTHER)).isZero();
        assertThat(values(ACME)).containsExactly(2);
        reopen();
        assertThat(values(ACME)).containsExactly(2);
    }

    @Test
    void aTenantMayKeepLess() throws IOException {
        store.append(ACME, List.of(cpu("a", new long[] {1, 24 * HOUR}, 1, 2)));
        store.append(OTHER, List.of(cpu("a", new long[] {1, 24 * HOUR}, 1, 2)));
        var now = NOON.plus(Duration.ofDays(1)).plus(Duration.ofHours(3));

        store.maintain(
                now,
                tenant ->
                        tenant.equals(ACME) ? Optional.of(Duration.ofHours(12)) : Optional.empty());

        assertThat(values(ACME)).containsExactly(2);
        assertThat(values(OTHER)).containsExactly(1, 2);
        assertThat(files(ACME)).hasSize(1);
        assertThat(files(OTHER)).hasSize(2);
        store.maintain(now, _ -> Optional.of(Duration.ofDays(99)));
        assertThat(values(OTHER)).containsExactly(1, 2);
    }

    private void reopen() {
        store.close();
        open();
    }

    private double[] values(TenantId tenant) {
        return store.read(tenant, day("cpu")).getFirst().values();
    }

    private static Selection day(String metric) {
        var range = new TimeRange(NOON.minus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(2)));
        return new Selection(metric, List.of(), range);
    }

    private List<Long> hotHours() {
        return store.parts().hotHoursBefore(Long.MAX_VALUE);
    }

    private List<Path> files(TenantId tenant) throws IOException {
        var home = folder.resolve("sealed").resolve(tenant.value());
        try (var files = Files.list(home)) {
            return files.sorted().toList();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.store.CollectingSink;
import dev.sextant.store.SampleAppender;
import dev.sextant.store.Selection;
import dev.sextant.store.SeriesReader;
import dev.sextant.store.StoreContract;
import dev.sextant.store.StoreUnavailableException;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbStoreTest extends StoreContract {
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
        return store;
    }

    @Override
    protected SeriesReader reader() {
        return store;
    }

    @Test
    void reopensWithEverythingThatWasThere() {
        double stale = Double.longBitsToDouble(0x7ff0000000000002L);
        store.append(ACME, List.of(cpu("a", new long[] {0, 1, 2, 3}, 1.5, stale, 0.1, 0.2)));
        store.append(OTHER, List.of(cpu("b", new long[] {0}, 2)));
        store.close();

        store = DuckDbStore.open(folder, TestStoreConfig.standard());
        store.append(ACME, List.of(cpu("c", new long[] {0}, 3), cpu("a", new long[] {0}, 4)));

        var read = store.read(ACME, lastHour("cpu"));
        assertThat(read).hasSize(2);
        assertThat(read.getFirst().values()[0]).isEqualTo(4);
        assertThat(Double.doubleToRawLongBits(read.getFirst().values()[1]))
                .isEqualTo(0x7ff0000000000002L);
        assertThat(read.getLast().values()).containsExactly(3);
        assertThat(store.read(OTHER, lastHour("cpu")).getFirst().values()).containsExactly(2);
    }

    @Test
    void knowsTheLatestPointsAfterItReopens() {
        store.append(ACME, List.of(cpu("a", new long[] {1, 2}, 1, 2), cpu("b", new long[] {2}, 3)));
        store.maintain(NOON.plus(Duration.ofHours(2)));
        // Late samples do not hide the newer ones in the files.
        store.append(ACME, List.of(cpu("a", new long[] {2}, 4), cpu("b", new long[] {1}, 5)));
        var expected =
                Map.of(key("cpu", "a"), Map.of(at(2), 4.0), key("cpu", "b"), Map.of(at(2), 3.0));
        assertThat(latest()).isEqualTo(expected);

        reopen();
        assertThat(latest()).isEqualTo(expected);
        store.append(ACME, List.of(cpu("b", new long[] {1}, 6)));
        assertThat(latest()).isEqualTo(expected);
        store.maintain(NOON.plus(Duration.ofHours(2)));
        reopen();
        assertThat(latest()).isEqualTo(expected);
    }

    @Test
    void readsTheLatestPointsFromHotTablesWhenItOpens() {
        store.append(ACME, List.of(cpu("a", new long[] {3, 2, 3}, 1, 9, 2)));
        store.append(ACME, List.of(cpu("a", new long[] {3, 1}, 3, 8)));

        reopen();

        assertThat(latest()).isEqualTo(Map.of(key("cpu", "a"), Map.of(at(3), 3.0)));
    }

    private void reopen() {
        store.close();
        open();
    }

    @Test
    void dropsHoursPastRetentionAndSeriesThatEndedThere() {
        long day = Duration.ofDays(1).toMillis();
        store.append(
                ACME,
                List.of(
                        cpu("ended", new long[] {-16 * day}, 1),
                        cpu("a", new long[] {-16 * day, 0}, 1, 2)));

        store.maintain(NOON);

        assertThat(store.find(ACME, lastHour("cpu"))).containsExactly(key("cpu", "a"));
        assertThat(store.seriesCount()).isEqualTo(1);
        store.append(ACME, List.of(cpu("ended", new long[] {1}, 5)));
        store.close();
        store = DuckDbStore.open(folder, TestStoreConfig.standard());
        assertThat(store.read(ACME, lastHour("cpu"))).hasSize(2);
    }

    @Test
    void retentionKeepsSeriesThatAreOldButAlive() {
        long day = Duration.ofDays(1).toMillis();
        store.append(ACME, List.of(cpu("a", new long[] {-10 * day}, 1)));
        store.append(ACME, List.of(cpu("a", new long[] {0}, 2)));
        store.maintain(NOON);
        store.close();

        store = DuckDbStore.open(folder, TestStoreConfig.standard());
        store.maintain(NOON.plus(Duration.ofDays(10)));

        assertThat(store.find(ACME, lastHour("cpu"))).containsExactly(key("cpu", "a"));
        store.maintain(NOON.plus(Duration.ofDays(16)));
        assertThat(store.seriesCount(ACME)).isZero();
    }

    @Test
    void noSeriesGoesBeforeItsSamples() {
        long evening = Duration.ofHours(11).toMillis();
        store.append(ACME, List.of(cpu("a", new long[] {0}, 1)));
        store.append(ACME, List.of(cpu("a", new long[] {evening}, 2)));
        reopen();

        store.maintain(NOON.plus(Duration.ofDays(15)).plus(Duration.ofHours(2)));

        var range = new TimeRange(NOON.minus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(1)));
        assertThat(store.read(ACME, new Selection("cpu", List.of(), range)))
                .singleElement()
                .satisfies(series -> assertThat(series.values()).containsExactly(2));
    }

    @Test
    void readsManySeriesThroughARangeOfNumbers() {
        var batch =
                IntStream.range(0, 5_000)
                        .mapToObj(host -> cpu("h" + host, new long[] {0, 15_000}, host, host + 0.5))
                        .toList();
        store.append(OTHER, batch);
        store.append(ACME, batch.subList(0, 3_000));

        var read = store.read(ACME, lastHour("cpu"));

        assertThat(read).hasSize(3_000);
        assertThat(read)
                .allSatisfy(series -> {
                    var host = String.valueOf(series.key().labels().value("host"));
                    int number = Integer.parseInt(host.substring(1));
                    assertThat(series.values()).containsExactly(number, number + 0.5);
                });
    }

    @Test
    void takesBatchesFromManySendersAtOnce() {
        var senders =
                IntStream.range(0, 16)
                        .mapToObj(sender ->
                                CompletableFuture.runAsync(() -> {
                                    for (int i = 0; i < 20; i++) {
                                        store.append(
                                                ACME,
                                                List.of(cpu("h" + sender, new long[] {i}, i)));
                                    }
                                }))
                        .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(senders).join();

        assertThat(store.read(ACME, lastHour("cpu")))
                .hasSize(16)
                .allSatisfy(series -> assertThat(series.length()).isEqualTo(20));
    }

    @Test
    void takesBatchesThatAreStrewnOverManyHours() {
        long hour = Duration.ofHours(1).toMillis();
        long[] offsets = IntStream.range(0, 200).mapToLong(i -> -i * hour).toArray();
        double[] values = IntStream.range(0, 200).asDoubleStream().toArray();
        var twice = new double[200];
        Arrays.setAll(twice, i -> 2 * values[i]);

        store.append(ACME, List.of(cpu("a", offsets, values), cpu("b", offsets, values)));
        store.append(ACME, List.of(cpu("a", offsets, twice)));
        store.append(ACME, List.of(cpu("b", new long[] {hour}, 1_000)));

        var range = new TimeRange(NOON.minus(Duration.ofDays(30)), NOON.plus(Duration.ofHours(1)));
        var read = store.read(ACME, new Selection("cpu", List.of(), range));
        assertThat(read.getFirst().values()).hasSize(200).startsWith(398).endsWith(0);
        assertThat(read.getLast().values()).hasSize(201).startsWith(199).endsWith(0, 1_000);
    }

    @Test
    void tellsEverybodyAfterItIsClosed() {
        store.append(ACME, List.of(cpu("a", new long[] {0}, 1)));
        store.close();

        assertThatThrownBy(() -> store.append(ACME, List.of(cpu("a", new long[] {0}, 1))))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("shutting down");
        assertThatThrownBy(() -> store.read(ACME, lastHour("cpu")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("shutting down");
        store = DuckDbStore.open(folder, TestStoreConfig.standard());
    }

    @Test
    void leavesNoCopyOfTheNativeLibraryBehind() throws IOException {
        try (var maps = Files.lines(Path.of("/proc/self/maps"))) {
            assertThat(maps.filter(line -> line.contains("libduckdb_java")))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("(deleted)"));
        }
    }

    private Map<SeriesKey, Map<Long, Double>> latest() {
        var sink = new CollectingSink();
        store.latest(ACME, lastHour("cpu"), sink);
        return sink.collected();
    }

    @Test
    void namesTheFolderThatIsNotWritable() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(
                        () -> DuckDbStore.open(file.resolve("series"), TestStoreConfig.standard()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("--data");
    }
}

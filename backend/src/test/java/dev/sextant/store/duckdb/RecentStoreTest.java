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
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the newest hours in memory a store reads as without.
class RecentStoreTest extends StoreContract {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final Instant LATER = NOON.plus(Duration.ofHours(3));

    @TempDir private Path folder;
    private DuckDbStore store;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder, TestStoreConfig.standard().withRecent(25));
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
    void readsNewHoursWithoutTheDatabase() {
        store.append(ACME, List.of(cpu("a", new long[] {0, 1}, 1, 2)));
        hideTables();

        assertThat(values()).containsExactly(1, 2);
    }

    @Test
    void readsHoursThatItDoesNotKnowWhollyFromTheDatabase() {
        store.append(ACME, List.of(cpu("a", new long[] {1, 2}, 1, 2)));
        reopen();
        store.append(ACME, List.of(cpu("a", new long[] {2, 3, HOUR + 1}, 3, 4, 5)));

        assertThat(values()).containsExactly(1, 3, 4, 5);
        hideTables();
        assertThat(values()).containsExactly(5);
    }

    @Test
    void forgetsWithATenant() {
        store.append(ACME, List.of(cpu("a", new long[] {0}, 1)));
        store.append(OTHER, List.of(cpu("a", new long[] {0}, 2)));

        store.erase(ACME);

        assertThat(store.read(ACME, lastHour("cpu"))).isEmpty();
        assertThat(store.read(OTHER, lastHour("cpu")).getFirst().values()).containsExactly(2);
        store.append(ACME, List.of(cpu("a", new long[] {1}, 3)));
        assertThat(values()).containsExactly(3);
    }

    @Test
    void forgetsWhatIsPastRetention() {
        store.append(ACME, List.of(cpu("a", new long[] {1, 20 * HOUR}, 1, 2)));

        store.maintain(
                NOON.plus(Duration.ofHours(21)), _ -> java.util.Optional.of(Duration.ofHours(4)));

        assertThat(values()).containsExactly(2);
    }

    @Test
    void tellsThatItIsClosed() {
        store.append(ACME, List.of(cpu("a", new long[] {0}, 1)));
        store.close();

        assertThatThrownBy(() -> store.read(ACME, lastHour("cpu")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("shutting down");
        open();
    }

    /// Late samples, duplicates, sealing and restarts in any order.
    @Test
    void readsTheSameAsAStoreWithoutAny() {
        var random = RandomGenerator.of("L64X128MixRandom");
        var expected = new InMemorySeries();
        for (int turn = 0; turn < 120; turn++) {
            var batch = batch(random, turn);
            expected.append(ACME, batch);
            store.append(ACME, batch);
            switch (random.nextInt(12)) {
                case 0 -> store.maintain(LATER);
                case 1 -> reopen();
                default -> compare(expected, random);
            }
        }
        compare(expected, random);
    }

    private void compare(InMemorySeries expected, RandomGenerator random) {
        var from = NOON.minusSeconds(random.nextInt(20_000));
        var range = new TimeRange(from, from.plusSeconds(random.nextInt(25_000)));
        var selection = new Selection("cpu", List.of(), range);
        assertThat(store.read(ACME, selection))
                .usingRecursiveComparison()
                .isEqualTo(expected.read(ACME, selection));
        assertThat(scanned(store, selection)).isEqualTo(scanned(expected, selection));
    }

    private static Map<?, ?> scanned(SeriesReader reader, Selection selection) {
        var sink = new CollectingSink();
        reader.scan(ACME, selection, Long.MAX_VALUE, sink);
        return sink.collected();
    }

    private static List<Series> batch(RandomGenerator random, int turn) {
        var batch = new ArrayList<Series>();
        for (int host = 0; host < 5; host++) {
            long newest = turn * 120_000L - 2 * HOUR;
            var offsets = new long[random.nextInt(8)];
            for (int i = 0; i < offsets.length; i++) {
                boolean isLate = random.nextInt(10) == 0;
                offsets[i] = newest + i * 15_000L - (isLate ? random.nextLong(2 * HOUR) : 0);
            }
            batch.add(cpu("h" + host, offsets, random.doubles(offsets.length).toArray()));
        }
        return batch;
    }

    private void hideTables() {
        var parts = store.parts();
        for (long hour : parts.hotHoursBefore(Long.MAX_VALUE)) {
            parts.replace(parts.hot(hour), List.of());
        }
    }

    private void reopen() {
        store.close();
        open();
    }

    private double[] values() {
        var range = new TimeRange(NOON.minus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(1)));
        return store.read(ACME, new Selection("cpu", List.of(), range)).getFirst().values();
    }
}

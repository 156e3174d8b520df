// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.store.Selection;
import dev.sextant.telemetry.TimeRange;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed while it appends and seals; what it acknowledged is there once, and every batch is there whole or
/// not at all.
class DuckDbCrashTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 3;
    private static final int LONG_ROUNDS = 20;

    private record Sent(int sender, long number) {}

    @TempDir private Path folder;

    private final Set<Sent> acknowledged = new HashSet<>();
    private final List<Duration> reopened = new ArrayList<>();
    private long next = 1;

    @Test
    void acknowledgedBatchesSurviveAKill() throws IOException, SQLException {
        for (int round = 1; round <= ROUNDS; round++) {
            survive(100 * round);
        }
    }

    @Tag("long")
    @Test
    void acknowledgedBatchesSurviveKillsAtRandomMoments(TestReporter reporter)
            throws IOException, SQLException {
        var random = new Random();
        for (int round = 1; round <= LONG_ROUNDS; round++) {
            survive(1 + random.nextInt(1_000));
        }
        reporter.publishEntry("reopened within", reopened.toString());
        reporter.publishEntry("acknowledged batches", Integer.toString(acknowledged.size()));
    }

    private void survive(int batches) throws IOException, SQLException {
        try (var process = KilledProcess.start(KilledSender.class, folder, Long.toString(next))) {
            for (int i = 0; i < batches || process.hasLine(); i++) {
                var words = process.line().split(" ");
                acknowledged.add(new Sent(Integer.parseInt(words[0]), Long.parseLong(words[1])));
            }
            assertThatThrownBy(() -> DuckDbStore.open(folder, TestStoreConfig.standard()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("%s is in use by another Sextant", folder)
                    .hasMessageContaining("process " + process.id())
                    .hasMessageContaining("--data");
        }
        Map<Sent, Integer> stored = reopenAndCount();
        assertThat(stored.keySet()).containsAll(acknowledged);
        assertThat(stored.values()).containsOnly(KilledSender.SERIES);
        assertThat(rows()).isEqualTo((long) stored.size() * KilledSender.SERIES);
        next = 1 + stored.keySet().stream().mapToLong(Sent::number).max().orElse(next);
    }

    /// How many series hold the point of each batch.
    private Map<Sent, Integer> reopenAndCount() {
        long started = System.nanoTime();
        long worked = THREADS.getCurrentThreadCpuTime();
        try (var store = DuckDbStore.open(folder, TestStoreConfig.standard())) {
            reopened.add(Duration.ofNanos(System.nanoTime() - started));
            // Of the processor: what else a machine does meanwhile is not the store's.
            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - worked))
                    .isLessThan(Duration.ofSeconds(5));
            var everything = new TimeRange(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(99)));
            var counts = new HashMap<Sent, Integer>();
            for (var series :
                    store.read(KilledSender.TENANT, new Selection("kill", List.of(), everything))) {
                int sender =
                        Integer.parseInt(String.valueOf(series.key().labels().value("sender")));
                for (var value : series.values()) {
                    counts.merge(new Sent(sender, (long) value), 1, Integer::sum);
                }
            }
            return counts;
        }
    }

    /// Rows in all tables and files: readers would hide a sample that is there twice.
    private long rows() throws IOException, SQLException {
        long rows = 0;
        var sources = sources();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:duckdb:" + folder.resolve("series.duckdb"));
                var statement = connection.createStatement()) {
            for (var source : sources) {
                try (var counted = statement.executeQuery("select count(*) from " + source)) {
                    counted.next();
                    rows += counted.getLong(1);
                }
            }
        }
        return rows;
    }

    private List<String> sources() throws IOException {
        var sources = new ArrayList<String>();
        try (var store = DuckDbStore.open(folder, TestStoreConfig.standard())) {
            for (var hour : store.parts().hotHoursBefore(Long.MAX_VALUE)) {
                store.parts().hot(hour).forEach(table -> sources.add(table.quoted()));
            }
        }
        try (var files = Files.walk(folder.resolve("sealed"))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> sources.add(Sql.text(file.toString())));
        }
        return sources;
    }
}

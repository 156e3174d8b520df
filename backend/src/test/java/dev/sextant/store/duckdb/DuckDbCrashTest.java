// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.store.Selection;
import dev.sextant.telemetry.TimeRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed in mid-append; what it acknowledged is there, and every batch is there whole or not at all.
class DuckDbCrashTest {
    private static final int ROUNDS = 4;

    private record Sent(int sender, long number) {}

    @TempDir private Path folder;

    @Test
    void acknowledgedBatchesSurviveAKill() throws IOException, InterruptedException {
        Set<Sent> acknowledged = new HashSet<>();
        long next = 1;
        for (int round = 1; round <= ROUNDS; round++) {
            var acknowledgedNow = sendUntilKilled(next, 60 * round);
            acknowledged.addAll(acknowledgedNow);
            Map<Sent, Integer> stored = reopenAndCount();

            assertThat(stored.keySet()).containsAll(acknowledged);
            assertThat(stored.values()).containsOnly(KilledSender.SERIES);
            next = 1 + stored.keySet().stream().mapToLong(Sent::number).max().orElseThrow();
        }
    }

    private Set<Sent> sendUntilKilled(long first, int batches)
            throws IOException, InterruptedException {
        var process = start(first);
        var acknowledged = new HashSet<Sent>();
        try (var lines = process.inputReader()) {
            while (acknowledged.size() < batches) {
                acknowledged.add(next(lines));
            }
            assertThatThrownBy(() -> DuckDbStore.open(folder, TestStoreConfig.standard()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("%s is in use by another Sextant", folder)
                    .hasMessageContaining("process " + process.pid())
                    .hasMessageContaining("--data");
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        return acknowledged;
    }

    private Process start(long first) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledSender.class.getName(),
                        folder.toString(),
                        Long.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Sent next(BufferedReader lines) throws IOException {
        var line = lines.readLine();
        assertThat(line).as("the sending process ended by itself").isNotNull();
        var words = line.split(" ");
        return new Sent(Integer.parseInt(words[0]), Long.parseLong(words[1]));
    }

    /// How many series hold the point of each batch.
    private Map<Sent, Integer> reopenAndCount() {
        long started = System.nanoTime();
        try (var store = DuckDbStore.open(folder, TestStoreConfig.standard())) {
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .isLessThan(Duration.ofSeconds(5));
            var everything = new TimeRange(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(1)));
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
}

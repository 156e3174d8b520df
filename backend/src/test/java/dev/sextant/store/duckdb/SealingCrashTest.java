// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.store.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A process is killed after each step of sealing an hour anew; every sample is there once, and sealing goes on.
class SealingCrashTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(SealStep.class)
    void losesAndDoublesNothing(SealStep step) throws IOException {
        try (var process = KilledProcess.start(KilledSealer.class, folder, step.name())) {
            assertThat(process.line()).isEqualTo(step.name());
        }

        try (var store = DuckDbStore.open(folder, KilledSealer.config())) {
            assertEverySampleIsThere(store);
            // The first hour counts in its tables or in its new files, never in both.
            boolean sealed = step.compareTo(SealStep.COMMITTED) >= 0;
            assertThat(store.parts().hot(0).isEmpty()).isEqualTo(sealed);
            assertThat(filesOnDisk()).isEqualTo(filesThatCount(store));

            assertThat(tiersOnDisk()).isEqualTo(tiersThatCount(store));

            store.maintain(KilledSealer.NOW);

            assertEverySampleIsThere(store);
            assertThat(tiersOnDisk()).hasSize(4).isEqualTo(tiersThatCount(store));
            assertThat(store.parts().isSummedUp(KilledSealer.ACME, 0)).isTrue();
            assertThat(store.parts().hotHoursBefore(Long.MAX_VALUE)).isEmpty();
            assertThat(filesOnDisk()).hasSize(3).isEqualTo(filesThatCount(store));
        }
    }

    private static void assertEverySampleIsThere(DuckDbStore store) {
        var points = new TreeMap<String, Map<Long, Double>>();
        for (var series : store.read(KilledSealer.ACME, KilledSealer.ALL)) {
            var of = new TreeMap<Long, Double>();
            for (int i = 0; i < series.length(); i++) {
                of.put(series.times()[i] / 1_000, series.values()[i]);
            }
            points.put(String.valueOf(series.key().labels().value("host")), of);
        }
        assertThat(points)
                .isEqualTo(
                        Map.of(
                                "a", Map.of(1L, 1.0, 2L, 2.0, 3L, 2.0),
                                "b", Map.of(1L, 1.0, 2L, 1.0),
                                "c", Map.of(3_600L, 2.0, 3_601L, 3.0)));
        for (var tier : Tier.values()) {
            var sums = new CollectingSums();
            store.scanSummed(KilledSealer.ACME, KilledSealer.ALL, tier, 99, sums);
            assertThat(sums.points()).isEqualTo(Map.of("a", 3L, "b", 2L, "c", 2L));
            assertThat(sums.total()).isEqualTo(12);
        }
        assertThat(store.read(KilledSealer.OTHER, KilledSealer.ALL).getFirst().values())
                .containsExactly(5);
    }

    private static Set<Path> filesThatCount(DuckDbStore store) {
        var files = new HashSet<Path>();
        for (long hour = 0; hour <= 1; hour++) {
            store.parts().sealed(KilledSealer.ACME, hour).forEach(file -> files.add(file.path()));
            store.parts().sealed(KilledSealer.OTHER, hour).forEach(file -> files.add(file.path()));
        }
        return files;
    }

    private static Set<Path> tiersThatCount(DuckDbStore store) {
        var files = new HashSet<Path>();
        for (var tenant : List.of(KilledSealer.ACME, KilledSealer.OTHER)) {
            for (var tier : Tier.values()) {
                store.parts().summed(tenant, tier, 0).forEach(file -> files.add(file.path()));
            }
        }
        return files;
    }

    private Set<Path> tiersOnDisk() throws IOException {
        return filesBelow("tiers");
    }

    private Set<Path> filesOnDisk() throws IOException {
        return filesBelow("sealed");
    }

    private Set<Path> filesBelow(String name) throws IOException {
        try (var files = Files.walk(folder.resolve(name))) {
            return new HashSet<>(files.filter(Files::isRegularFile).toList());
        }
    }
}

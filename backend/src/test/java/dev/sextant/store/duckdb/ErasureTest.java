// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.store.Selection;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tenant that is erased leaves no byte that tells of it; the others keep what they have.
class ErasureTest {
    private static final TenantId GONE = new TenantId("gone-tenant");
    private static final TenantId KEPT = new TenantId("kept-tenant");
    private static final String SECRET = "top-secret-label-value";
    private static final double SECRET_VALUE = 123_456.789012345;
    private static final Selection ALL =
            new Selection(
                    "m", List.of(), new TimeRange(Instant.EPOCH, Instant.ofEpochSecond(100_000)));

    @TempDir private Path folder;
    private DuckDbStore store;

    @BeforeEach
    void open() {
        store =
                DuckDbStore.open(
                        folder,
                        TestStoreConfig.standard()
                                .withTiers(Duration.ofDays(9), Duration.ofDays(9)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void leavesNothingInTheFiles() throws IOException {
        fill();
        // Once in the file and once in the log.
        reopen();
        fill();
        assertThat(holds(SECRET)).isTrue();
        assertThat(holds(GONE.value())).isTrue();
        assertThat(holds(bits())).isTrue();

        store.erase(GONE);

        assertThat(holds(SECRET)).isFalse();
        assertThat(holds(GONE.value())).isFalse();
        assertThat(holds(bits())).isFalse();
    }

    @Test
    void leavesNothingOfDaysThatWereSummedUp() throws IOException {
        fill();
        store.maintain(Instant.ofEpochSecond(100_000));
        fill();
        store.maintain(Instant.ofEpochSecond(100_000));
        assertThat(paths()).anyMatch(path -> path.contains("tiers/" + GONE.value() + "/"));

        store.erase(GONE);

        assertThat(paths()).noneMatch(path -> path.contains(GONE.value()));
        assertThat(holds(SECRET)).isFalse();
        assertThat(holds(GONE.value())).isFalse();
        assertThat(holds(bits())).isFalse();
        assertThat(paths()).anyMatch(path -> path.contains("tiers/" + KEPT.value() + "/"));
    }

    @Test
    void leavesNoSealedFile() throws IOException {
        fill();
        store.maintain(Instant.ofEpochSecond(100_000));
        fill();
        assertThat(paths()).anyMatch(path -> path.contains(GONE.value()));

        store.erase(GONE);

        assertThat(paths()).noneMatch(path -> path.contains(GONE.value()));
        assertThat(store.read(GONE, ALL)).isEmpty();
        assertThat(store.read(KEPT, ALL).getFirst().values()).containsExactly(1, 1);
        reopen();
        store.maintain(Instant.ofEpochSecond(100_000));
        assertThat(paths()).noneMatch(path -> path.contains(GONE.value()));
        assertThat(store.read(KEPT, ALL).getFirst().values()).containsExactly(1, 1);
    }

    @Test
    void keepsOtherTenantsAndTheirLastWrites() {
        fill();
        fill();
        store.append(KEPT, List.of(series("a", 5)));

        store.erase(GONE);

        assertThat(store.find(GONE, ALL)).isEmpty();
        assertThat(store.metrics(GONE)).isEmpty();
        assertThat(store.read(GONE, ALL)).isEmpty();
        assertThat(store.read(KEPT, ALL).getFirst().values()).containsExactly(5, 5);
        reopen();
        assertThat(store.read(GONE, ALL)).isEmpty();
        assertThat(store.read(KEPT, ALL).getFirst().values()).containsExactly(5, 5);
    }

    @Test
    void takesNewSamplesOfAnErasedTenant() {
        fill();
        store.erase(GONE);

        store.append(GONE, List.of(series("b", 7)));
        reopen();

        assertThat(store.read(GONE, ALL)).hasSize(1);
        assertThat(store.read(GONE, ALL).getFirst().values()).containsExactly(7, 7);
        store.erase(GONE);
        store.erase(GONE);
        assertThat(store.seriesCount(GONE)).isZero();
    }

    private void fill() {
        store.append(GONE, List.of(series(SECRET, SECRET_VALUE)));
        store.append(KEPT, List.of(series("a", 1)));
    }

    private void reopen() {
        store.close();
        open();
    }

    private static Series series(String host, double value) {
        return new Series(
                new SeriesKey("m", Labels.of("host", host)),
                new long[] {1_000, 7_200_000},
                new double[] {value, value});
    }

    private static String bits() {
        var bytes = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        return new String(bytes.putDouble(SECRET_VALUE).array(), ISO_8859_1);
    }

    private List<String> paths() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(Path::toString).toList();
        }
    }

    private boolean holds(String text) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).anyMatch(file -> read(file).contains(text));
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryLimits;
import dev.sextant.query.QueryResult;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody leaves while the store is reading for them.
class UnwantedReadingTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final int POINTS = 60_000;

    @TempDir private Path folder;

    @Test
    void aQueryIsCancelledAndItsReaderServesTheNextOne() {
        try (var store = DuckDbStore.open(folder, TestStoreConfig.standard())) {
            var times = LongStream.rangeClosed(1, POINTS).toArray();
            store.append(
                    ACME,
                    List.of(
                            new Series(
                                    new SeriesKey("m", Labels.of("host", "a")),
                                    times,
                                    new double[POINTS])));
            var engine = new QueryEngine(store, QueryLimits.standard());
            var plan = "{\"metric\":\"m\",\"last\":\"1h\",\"aggregate\":\"sum\",\"step\":\"1m\"}";
            var now = Instant.ofEpochMilli(POINTS);

            for (int leavesAfter : new int[] {0, 1, 3}) {
                var asked = new AtomicInteger();
                var result =
                        engine.run(ACME, plan, now, () -> asked.getAndIncrement() < leavesAfter);
                assertThat(result)
                        .isInstanceOfSatisfying(
                                QueryResult.Refused.class,
                                refused ->
                                        assertThat(refused.code())
                                                .isEqualTo(QueryResult.Code.CANCELLED));
            }

            assertThat(engine.run(ACME, plan, now)).isInstanceOf(QueryResult.Answer.class);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows of which nothing came for longer than the asker waits are left out, and the asker is told.
class MissingRowsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final Instant NOW = Instant.ofEpochSecond(7_200);
    private static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);

    private final InMemorySeries series = new InMemorySeries();
    private final QueryEngine engine = new QueryEngine(series, QueryLimits.standard());
    private final Set<String> told = new TreeSet<>();

    /// Of zone x one goes on and one stopped, of zone y the only one stopped; d is quiet for so long that no window sees it.
    @BeforeEach
    void fill() {
        put("a", "x", 60, 1);
        put("b", "x", 1_200, 1);
        put("c", "y", 601, 1);
        put("c", "y", 30, STALE);
        put("d", "z", 7_000, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "last":"1h"                                                    | a     | b c d
                    "last":"1h","aggregate":"avg"                                  | a     | b c d
                    "last":"1h","aggregate":"last"                                 | a     | b c d
                    "last":"1h","aggregate":"avg","step":"5m"                      | a     | b c d
                    "last":"5m","aggregate":"avg"                                  | a     | b c d
                    "last":"1h","where":{"zone":"y"}                               |       | c
                    "last":"1h","offset":"5m"                                      | b c   |
                    "from":3600000,"to":7200000                                    | a b c |
                    """)
    void areLeftOutOfWhatIsSoNow(String window, String rows, String missing) {
        assertThat(rows("{\"metric\":\"up\",%s}".formatted(window), "host")).isEqualTo(words(rows));
        assertThat(told).isEqualTo(words(missing));
    }

    @Test
    void aGroupIsThereAsLongAsOneOfItsSeriesGoesOn() {
        assertThat(rows("{\"metric\":\"up\",\"last\":\"1h\",\"by\":[\"zone\"]}", "zone"))
                .containsExactly("x");
        assertThat(told).containsExactly("y", "z");
    }

    @Test
    void whoDoesNotAskForItGetsEveryRow() {
        var answer = engine.run(ACME, "{\"metric\":\"up\",\"last\":\"1h\"}", NOW);

        assertThat(((QueryResult.Answer) answer).frame().series()).hasSize(3);
    }

    private Set<String> rows(String plan, String label) {
        var asker =
                new Asker() {
                    @Override
                    public boolean isWaiting() {
                        return true;
                    }

                    @Override
                    public Optional<Missing> missing() {
                        return Optional.of(
                                new Missing(
                                        Duration.ofMinutes(10),
                                        row -> told.add(String.valueOf(row.value(label)))));
                    }
                };
        var rows = new TreeSet<String>();
        ((QueryResult.Answer) engine.run(ACME, plan, NOW, asker))
                .frame()
                .series()
                .forEach(row -> rows.add(String.valueOf(row.key().labels().value(label))));
        return rows;
    }

    private static Set<String> words(String text) {
        return text == null ? Set.of() : new TreeSet<>(List.of(text.split(" ")));
    }

    private void put(String host, String zone, long secondsAgo, double value) {
        series.append(
                ACME,
                List.of(
                        new Series(
                                new SeriesKey("up", Labels.of(Map.of("host", host, "zone", zone))),
                                new long[] {NOW.minusSeconds(secondsAgo).toEpochMilli()},
                                new double[] {value})));
    }
}

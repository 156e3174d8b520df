// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.query.QueryResult.Code;
import dev.sextant.query.QueryResult.Refused;
import dev.sextant.query.QueryResult.Use;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLimitsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final Instant NOW = Instant.ofEpochSecond(60);
    private static final String PLAN = "{\"metric\":\"cpu\",\"last\":\"1m\"}";
    private static final String TWICE =
            "{\"op\":\"arithmetic\",\"operator\":\"plus\",\"left\":%1$s,\"right\":%1$s}"
                    .formatted(PLAN);

    private static final long LOTS = 1 << 20;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final InMemorySeries series = new InMemorySeries();

    @BeforeEach
    void fill() {
        series.append(ACME, IntStream.range(0, 4).mapToObj(QueryLimitsTest::series).toList());
    }

    @Test
    void tellsWhatAQueryTook() {
        var result = wide().run(ACME, TWICE, NOW);

        assertThat(result)
                .isInstanceOfSatisfying(
                        QueryResult.Answer.class,
                        answer -> {
                            assertThat(answer.cost().series()).isEqualTo(8);
                            assertThat(answer.cost().points()).isEqualTo(24);
                            assertThat(answer.cost().bytes()).isBetween(24 * 16L, 2_000L);
                        });
    }

    @Test
    void refusesTooManySeries() {
        var refused = refused(engine(new QueryLimits(24, 7, LOTS, LONG)), TWICE);

        assertThat(refused.code()).isEqualTo(Code.TOO_MANY_SERIES);
        assertThat(refused.message())
                .isEqualTo(
                        "the query touches 8 series; tenant acme may touch 7 at once: narrow it with where");
        assertThat(refused.use()).isEqualTo(new Use("series", 8, 7, ""));
        assertThat(refused.cost().points()).isZero();
    }

    @Test
    void countsTheSeriesOfSeveralMetricsTogether() {
        series.append(
                ACME,
                List.of(
                        new Series(
                                new SeriesKey("memory", Labels.none()),
                                new long[] {30_000},
                                new double[] {1})));
        var everything = "{\"metric\":{\"regex\":\".*\"},\"last\":\"1m\"}";

        var refused = refused(engine(new QueryLimits(24, 4, LOTS, LONG)), everything);

        assertThat(refused.use()).isEqualTo(new Use("series", 5, 4, ""));
        assertThat(wide().run(ACME, everything, NOW)).isInstanceOf(QueryResult.Answer.class);
    }

    @Test
    void refusesPlansOfSeveralMetricsWhereRulesAsk() {
        assertThatThrownBy(() -> wide().parse("{\"metric\":[\"cpu\"],\"last\":\"1m\"}"))
                .isInstanceOf(InvalidPlanException.class)
                .hasMessage("field metric must be a text, not [\"cpu\"]");
    }

    @Test
    void refusesTooManyPointsOfAllSelectionsTogether() {
        var refused = refused(engine(new QueryLimits(23, 8, LOTS, LONG)), TWICE);

        assertThat(refused.code()).isEqualTo(Code.TOO_MANY_POINTS);
        assertThat(refused.message())
                .isEqualTo(
                        "the query reads 24 points or more; tenant acme may read 23 at once: shorten the range or narrow it with where");
        assertThat(refused.use()).isEqualTo(new Use("points", 24, 23, ""));
        assertThat(refused.cost().series()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"step\":\"10ms\"",
                ",\"aggregate\":\"quantile\",\"quantile\":0.5",
                ",\"step\":\"10ms\",\"by\":[\"host\"]"
            })
    void refusesWhatWouldFillTheMemory(String rest) {
        var plan = "{\"metric\":\"cpu\",\"last\":\"1m\"%s}".formatted(rest);
        var refused = refused(engine(new QueryLimits(24, 8, 100, LONG)), plan);

        assertThat(refused.code()).isEqualTo(Code.TOO_MUCH_MEMORY);
        assertThat(refused.message()).startsWith("the query keeps 0.0 MB in memory; tenant acme");
        assertThat(refused.use())
                .isNotNull()
                .satisfies(use -> assertThat(use.limit()).isEqualTo("bytes"))
                .satisfies(use -> assertThat(use.used()).isGreaterThan(100))
                .satisfies(use -> assertThat(use.allowed()).isEqualTo(100));
    }

    @Test
    void groupsOfFewPointsOverManyStepsCountTheirMemory() {
        var plan = "{\"metric\":\"cpu\",\"last\":\"3h\",\"step\":\"1s\",\"by\":[\"host\"]}";

        var refused = refused(engine(new QueryLimits(24, 8, 500_000, LONG)), plan);

        assertThat(refused.use())
                .isNotNull()
                .satisfies(use -> assertThat(use.limit()).isEqualTo("bytes"))
                .satisfies(use ->
                        assertThat(use.used()).isBetween(500_000L, 4 * 10_801L * 12 + 1_000));
    }

    @Test
    void refusesWhatTakesTooLong() {
        var engine = engine(new QueryLimits(24, 8, LOTS, Duration.ZERO));

        var refused = refused(engine, PLAN);

        assertThat(refused.code()).isEqualTo(Code.TOO_SLOW);
        assertThat(refused.message()).contains("tenant acme may let one run for 0s");
        assertThat(refused.use())
                .isNotNull()
                .extracting("limit", "allowed", "unit")
                .containsExactly("time", 0L, "ms");
    }

    @Test
    void stopsInTheMiddleOfReadingWhenNobodyWaitsAnyMore() {
        var asked = new AtomicInteger();

        assertThat(wide().run(ACME, PLAN, NOW, () -> asked.incrementAndGet() < 4))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(Code.CANCELLED);
                            assertThat(refused.cost().points()).isPositive().isLessThan(12);
                        });
    }

    @Test
    void anInterruptedThreadDoesNotWait() {
        Thread.currentThread().interrupt();
        try {
            assertThat(refused(wide(), PLAN).code()).isEqualTo(Code.CANCELLED);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anotherTenantKnowsNoSuchMetric() {
        var other = new TenantId("other");

        assertThat(wide().run(other, PLAN, NOW))
                .extracting("code", "message")
                .containsExactly(Code.UNKNOWN_METRIC, "no metric cpu");
    }

    private QueryEngine wide() {
        return engine(new QueryLimits(24, 8, LOTS, LONG));
    }

    private QueryEngine engine(QueryLimits limits) {
        return new QueryEngine(series, limits);
    }

    private static Refused refused(QueryEngine engine, String plan) {
        var result = engine.run(ACME, plan, NOW);
        assertThat(result).isInstanceOf(Refused.class);
        return (Refused) result;
    }

    private static Series series(int host) {
        return new Series(
                new SeriesKey("cpu", Labels.of("host", "h" + host)),
                new long[] {1_000, 2_000, 3_000},
                new double[] {1, 2, 3});
    }
}

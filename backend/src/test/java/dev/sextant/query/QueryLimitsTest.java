// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.query.QueryResult.Code;
import dev.sextant.query.QueryResult.Refused;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryLimitsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final Instant NOW = Instant.ofEpochSecond(60);
    private static final String PLAN = "{\"metric\":\"cpu\",\"last\":\"1m\"}";
    private static final String TWICE =
            "{\"op\":\"arithmetic\",\"operator\":\"plus\",\"left\":%1$s,\"right\":%1$s}"
                    .formatted(PLAN);

    private final InMemorySeries series = new InMemorySeries();

    @BeforeEach
    void fill() {
        series.append(ACME, IntStream.range(0, 4).mapToObj(QueryLimitsTest::series).toList());
    }

    @Test
    void tellsWhatAQueryTook() {
        var result = engine(8, 24).run(ACME, TWICE, NOW);

        assertThat(result)
                .isInstanceOfSatisfying(
                        QueryResult.Answer.class,
                        answer -> {
                            assertThat(answer.cost().series()).isEqualTo(8);
                            assertThat(answer.cost().points()).isEqualTo(24);
                        });
    }

    @Test
    void refusesTooManySeries() {
        assertThat(engine(7, 24).run(ACME, TWICE, NOW))
                .isEqualTo(
                        new Refused(
                                Code.TOO_MANY_SERIES,
                                "the query touches 8 series; tenant acme may touch 7 at once: narrow it with where"));
    }

    @Test
    void refusesTooManyPointsOfAllSelectionsTogether() {
        assertThat(engine(8, 23).run(ACME, TWICE, NOW))
                .isEqualTo(
                        new Refused(
                                Code.TOO_MANY_POINTS,
                                "the query reads more than 23 points, which is the limit; shorten the range or narrow it with where"));
    }

    @Test
    void anotherTenantKnowsNoSuchMetric() {
        var other = new TenantId("other");

        assertThat(engine(8, 24).run(other, PLAN, NOW))
                .isEqualTo(new Refused(Code.UNKNOWN_METRIC, "no metric cpu"));
    }

    private QueryEngine engine(int maxSeries, long maxPoints) {
        return new QueryEngine(
                series,
                new TenantLimits(100, 10, 100, Duration.ofMinutes(1), maxPoints, maxSeries));
    }

    private static Series series(int host) {
        return new Series(
                new SeriesKey("cpu", Labels.of("host", "h" + host)),
                new long[] {1_000, 2_000, 3_000},
                new double[] {1, 2, 3});
    }
}

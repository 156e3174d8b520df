// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryLimits;
import dev.sextant.query.QueryPlan;
import dev.sextant.query.QueryResult;
import dev.sextant.query.Window;
import dev.sextant.query.operator.Aggregation;
import dev.sextant.query.operator.Grouping;
import dev.sextant.query.operator.Reduction;
import dev.sextant.store.Selection;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows outlive the samples that they sum up, and say no more than they know.
class TierRetentionTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PER_HOUR = 6;

    @TempDir private Path folder;
    private DuckDbStore store;

    @BeforeEach
    void open() {
        store =
                DuckDbStore.open(
                        folder,
                        TestStoreConfig.standard()
                                .withRetention(DAY.multipliedBy(2))
                                .withTiers(DAY.multipliedBy(5), DAY.multipliedBy(30)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void rowsAnswerForSamplesThatAreDropped() {
        append("a", 0, 72);
        store.maintain(at(73));

        assertThat(samples("a")).isEqualTo(48L * PER_HOUR);
        assertThat(counts(at(0), at(72), HOUR)).hasSize(72).containsOnly((double) PER_HOUR);
        reopen();
        assertThat(counts(at(0), at(72), HOUR)).hasSize(72).containsOnly((double) PER_HOUR);
        store.maintain(at(74));
        assertThat(counts(at(0), at(72), Duration.ofMinutes(30))).hasSize(144);
        assertThat(counts(at(0), at(72), Duration.ofMinutes(7))).hasSizeLessThan(420);
    }

    @Test
    void aBucketThatIsKnownInPartIsLeftOut() {
        append("a", 0, 72);
        store.maintain(at(73));

        var halfPast = Duration.ofMinutes(30);
        assertThat(counts(at(0), at(12).plus(halfPast), HOUR)).hasSize(12).containsOnly(6.0);
        assertThat(counts(at(0), at(60).plus(halfPast), HOUR)).hasSize(61).endsWith(6.0, 3.0);
    }

    @Test
    void whatComesAfterItsHourWasDroppedChangesNothing() {
        append("a", 0, 72);
        store.maintain(at(73));
        store.append(ACME, List.of(series("a", at(5).plusSeconds(7).toEpochMilli())));

        assertThat(counts(at(0), at(72), HOUR)).hasSize(72).containsOnly((double) PER_HOUR);
        store.maintain(at(74));
        store.maintain(at(75));
        assertThat(counts(at(0), at(72), HOUR)).hasSize(72).containsOnly((double) PER_HOUR);
    }

    @Test
    void lateSamplesOfAnHourThatIsKeptJoinARowOfADayThatIsPartlyDropped() {
        append("a", 0, 72);
        store.maintain(at(60));
        store.append(ACME, List.of(series("a", at(20).plusSeconds(7).toEpochMilli())));
        store.maintain(at(61));

        assertThat(counts(at(0), at(24), DAY)).containsExactly(24.0 * PER_HOUR + 1);
        store.maintain(at(73));
        assertThat(counts(at(0), at(24), DAY)).containsExactly(24.0 * PER_HOUR + 1);
    }

    @Test
    void seriesStayAsLongAsTheirRows() {
        append("ended", 0, 5);
        append("a", 0, 24 * 4);
        store.maintain(at(24 * 5));

        assertThat(store.seriesCount(ACME)).isEqualTo(2);
        store.maintain(at(24 * 32));
        assertThat(store.seriesCount(ACME)).isEqualTo(1);
        assertThat(counts(at(0), at(48), HOUR)).isEqualTo(counts(at(24), at(48), HOUR));
        store.maintain(at(24 * 40));
        assertThat(store.seriesCount(ACME)).isZero();
        assertThat(store.parts().bytesOfFiles()).isZero();
    }

    @Test
    void aTenantThatKeepsLessKeepsNoRowsEither() {
        append("a", 0, 72);
        store.maintain(at(73));

        store.maintain(at(73), _ -> Optional.of(DAY));

        assertThat(counts(at(0), at(72), HOUR)).hasSizeLessThanOrEqualTo(48);
    }

    @Test
    void samplesWaitUntilTheirDayIsSummedUp() {
        store.close();
        store =
                DuckDbStore.open(
                        folder,
                        TestStoreConfig.standard()
                                .withRetention(Duration.ofHours(3))
                                .withTiers(DAY, DAY.multipliedBy(30)));
        append("a", 0, 24);
        store.maintain(at(23));
        assertThat(samples("a")).isEqualTo(24L * PER_HOUR);

        store.maintain(at(25));

        assertThat(samples("a")).isLessThanOrEqualTo(3L * PER_HOUR);
        assertThat(counts(at(0), at(24), HOUR)).hasSize(24).containsOnly((double) PER_HOUR);
    }

    private void reopen() {
        store.close();
        open();
    }

    private static Instant at(int hours) {
        return START.plus(HOUR.multipliedBy(hours));
    }

    /// The last of each hour's samples lies on its end.
    private void append(String host, int from, int to) {
        long every = HOUR.toMillis() / PER_HOUR;
        var times =
                LongStream.rangeClosed(1, (long) (to - from) * PER_HOUR)
                        .map(number -> at(from).toEpochMilli() + number * every)
                        .toArray();
        store.append(ACME, List.of(series(host, times)));
    }

    private static Series series(String host, long... times) {
        var values = new double[times.length];
        Arrays.fill(values, 1);
        return new Series(new SeriesKey("m", Labels.of("host", host)), times, values);
    }

    private long samples(String host) {
        var everything = new TimeRange(START, START.plus(DAY.multipliedBy(90)));
        return store.read(ACME, new Selection("m", List.of(), everything)).stream()
                .filter(series -> host.equals(series.key().labels().value("host")))
                .mapToLong(Series::length)
                .sum();
    }

    private double[] counts(Instant from, Instant to, Duration step) {
        var plan =
                new QueryPlan.Select(
                        "m",
                        List.of(),
                        new Window.Fixed(new TimeRange(from, to), Duration.ZERO),
                        new Reduction(step, Aggregation.COUNT, Double.NaN),
                        new Grouping.Each());
        return switch (new QueryEngine(store, QueryLimits.standard())
                .run(ACME, plan, to, () -> true)) {
            case QueryResult.Answer(var frame, _) ->
                    frame.series().stream()
                            .filter(series -> "a".equals(series.key().labels().value("host")))
                            .findFirst()
                            .map(Series::values)
                            .orElse(new double[0]);
            case QueryResult.Refused refused -> throw new AssertionError(refused.message());
        };
    }
}

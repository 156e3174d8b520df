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
import dev.sextant.store.SeriesReader;
import dev.sextant.store.Tier;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Questions over days are answered from rows as they are from points: awkward samples, windows that begin and end
/// anywhere, late samples before and after they are settled. Seeds are fixed.
class TierAnswersTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int DAYS = 3;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long LENGTH = DAYS * 24 * HOUR;
    private static final int QUESTIONS = 40;
    private static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(7),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(7),
                    Duration.ofDays(1));

    @TempDir private Path folder;

    private final InMemorySeries points = new InMemorySeries();

    @ParameterizedTest
    @CsvSource({"2, 2, 0", "3, 1, 10"})
    void answersAreTheOnesOfThePoints(long seed, int threads, int recentPercent) {
        var random = new Random(seed);
        var standard = TestStoreConfig.standard();
        var config =
                new TestStoreConfig(
                        Duration.ofDays(15),
                        standard.sealAfter(),
                        threads,
                        standard.memoryLimit(),
                        standard.checkpointThreshold(),
                        recentPercent,
                        standard.readers(),
                        standard.queueSamples(),
                        standard.patience(),
                        new TestStoreConfig.Tiers(Duration.ofDays(30), Duration.ofDays(90)));
        try (var store = DuckDbStore.open(folder, config)) {
            append(store, samples(random, 0, LENGTH));
            var now = START.plusMillis(LENGTH - 5 * HOUR);
            store.maintain(now);
            assertThat(rows(store)).isPositive();
            compare(store, random);

            append(store, late(random));
            compare(store, random);

            store.maintain(now.plus(Duration.ofHours(1)));
            compare(store, random);
            store.maintain(now.plus(Duration.ofDays(1)));
            compare(store, random);
        }
        try (var store = DuckDbStore.open(folder, config)) {
            assertThat(rows(store)).isPositive();
            compare(store, random);
        }
    }

    private static int rows(SeriesReader store) {
        var sums = new CollectingSums();
        var everything = new TimeRange(START, START.plusMillis(LENGTH));
        store.scanSummed(
                ACME,
                new Selection("m", List.of(), everything),
                Tier.FIVE_MINUTES,
                Long.MAX_VALUE,
                sums);
        return sums.rows();
    }

    private void append(DuckDbStore store, List<Series> batch) {
        store.append(ACME, batch);
        points.append(ACME, batch);
    }

    private static List<Series> samples(Random random, long from, long to) {
        var all = new ArrayList<Series>();
        for (int host = 0; host < 6; host++) {
            all.add(series(random, host, from, to));
        }
        return all;
    }

    /// Two more series that begin late, and strewn samples of those that are there, some at times that are taken.
    private static List<Series> late(Random random) {
        var batch = new ArrayList<Series>();
        batch.add(series(random, 6, LENGTH / 3, LENGTH / 2));
        for (int host = 0; host < 6; host++) {
            var times = new long[40];
            var values = new double[times.length];
            long middle = random.nextLong(LENGTH);
            for (int i = 0; i < times.length; i++) {
                long near = Math.clamp(middle + random.nextLong(4 * HOUR), 0, LENGTH);
                times[i] = START.toEpochMilli() + near / 15_000 * 15_000;
                values[i] = random.nextInt(1_000);
            }
            batch.add(new Series(key(host), times, values));
        }
        return batch;
    }

    private static Series series(Random random, int host, long from, long to) {
        var times = new ArrayList<Long>();
        var values = new ArrayList<Double>();
        double counter = 1_000;
        long rarely = host == 5 ? 40 * 60_000 : 30_000;
        for (long at = from; at <= to; at += host == 4 ? random.nextLong(1, 90_000) : rarely) {
            counter = random.nextInt(400) == 0 ? random.nextInt(9) : counter + random.nextInt(50);
            times.add(START.toEpochMilli() + at);
            values.add(value(random, host, counter));
        }
        return new Series(
                key(host),
                times.stream().mapToLong(time -> time).toArray(),
                values.stream().mapToDouble(value -> value).toArray());
    }

    private static double value(Random random, int host, double counter) {
        return switch (host) {
            case 0 -> counter;
            case 1 -> random.nextInt(60) == 0 ? STALE : counter / 8;
            case 2 -> random.nextInt(5) == 0 ? Double.NaN : random.nextGaussian();
            case 3 -> random.nextInt(900) == 0 ? Double.POSITIVE_INFINITY : random.nextGaussian();
            default -> Math.rint(random.nextGaussian() * 1_000) / 100;
        };
    }

    private static SeriesKey key(int host) {
        return new SeriesKey("m", Labels.of("host", "h" + host).with("odd", "" + host % 2));
    }

    private void compare(DuckDbStore store, Random random) {
        var summed = new QueryEngine(store, QueryLimits.standard());
        var raw = new QueryEngine(points, QueryLimits.standard());
        for (int i = 0; i < QUESTIONS; i++) {
            var plan = plan(random);
            var got = answer(summed, plan);
            var wanted = answer(raw, plan);
            assertThat(got.stream().map(Series::key))
                    .as("%s", plan)
                    .isEqualTo(wanted.stream().map(Series::key).toList());
            for (int row = 0; row < got.size(); row++) {
                compare(plan, got.get(row), wanted.get(row));
            }
        }
    }

    private static void compare(QueryPlan.Select plan, Series got, Series wanted) {
        assertThat(got.times()).as("times of %s", plan).isEqualTo(wanted.times());
        for (int i = 0; i < got.length(); i++) {
            double right = wanted.values()[i];
            boolean isRounded =
                    switch (plan.reduction().aggregation()) {
                        case SUM, AVG, RATE, INCREASE -> true;
                        case null -> true;
                        default -> !(plan.grouping() instanceof Grouping.Each);
                    };
            if (isRounded && Double.isFinite(right)) {
                assertThat(got.values()[i])
                        .as("%s at %d", plan, got.times()[i])
                        .isCloseTo(right, Offset.offset(1e-11 * Math.max(1e3, Math.abs(right))));
            } else {
                assertThat(Double.valueOf(got.values()[i]))
                        .as("%s at %d", plan, got.times()[i])
                        .isEqualTo(Double.valueOf(right));
            }
        }
    }

    private static List<Series> answer(QueryEngine engine, QueryPlan plan) {
        var now = START.plusMillis(LENGTH + 1);
        return switch (engine.run(ACME, plan, now, () -> true)) {
            case QueryResult.Answer(var frame, _) -> frame.series();
            case QueryResult.Refused refused -> throw new AssertionError(refused.message());
        };
    }

    private static QueryPlan.Select plan(Random random) {
        var aggregations = Aggregation.values();
        var aggregation = aggregations[random.nextInt(aggregations.length)];
        long from = START.toEpochMilli() - HOUR + edge(random);
        long to = from + 1 + edge(random);
        var grouping =
                random.nextInt(3) == 0
                        ? new Grouping.By(Set.of("odd"))
                        : (Grouping) new Grouping.Each();
        return new QueryPlan.Select(
                "m",
                List.of(),
                new Window.Fixed(
                        new TimeRange(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to)),
                        Duration.ZERO),
                new Reduction(STEPS.get(random.nextInt(STEPS.size())), aggregation, 0.5),
                grouping);
    }

    /// Anywhere, or at or beside the border of a bucket.
    private static long edge(Random random) {
        long anywhere = random.nextLong(LENGTH + 2 * HOUR);
        long unit = random.nextBoolean() ? HOUR : HOUR / 12;
        return switch (random.nextInt(4)) {
            case 0 -> anywhere;
            case 1 -> anywhere / unit * unit - 1;
            case 2 -> anywhere / unit * unit + 1;
            default -> anywhere / unit * unit;
        };
    }
}

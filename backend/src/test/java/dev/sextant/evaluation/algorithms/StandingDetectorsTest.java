// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.query.Asker;
import dev.sextant.query.Courses;
import dev.sextant.query.InvalidPlanException;
import dev.sextant.query.QueryEngine;
import dev.sextant.query.QueryLimits;
import dev.sextant.query.QueryPlan;
import dev.sextant.query.QueryResult;
import dev.sextant.query.QueryResult.Code;
import dev.sextant.store.memory.InMemorySeries;
import dev.sextant.telemetry.Frame;
import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What detectors keep from slot to slot against what the whole history says, to the last bit.
class StandingDetectorsTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");
    private static final Instant START = Instant.parse("2026-03-10T00:00:00Z");
    private static final Duration SETTLING = Duration.ofMinutes(2);
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final String ALL =
            "{\"op\":\"algorithm\",\"use\":\"anomaly.auto\",\"input\":{\"metric\":\"load\",\"last\":\"30h\",\"step\":\"1m\"}}";

    private final InMemorySeries store = new InMemorySeries();
    private final Random random = new Random(11);
    private QueryEngine kept = engine(new Courses(1L << 30, SETTLING));

    /// From slot to slot: new points, a part of the step that is not over, points that are late, a series that begins, one that
    /// stops, slots that are missed, a restart, and the hour at which the history begins anew.
    @ParameterizedTest
    @ValueSource(
            strings = {
                ALL,
                "{\"op\":\"suspects\",\"atLeast\":\"2 of 5\",\"input\":"
                        + "{\"op\":\"algorithm\",\"use\":\"anomaly.auto\",\"input\":{\"metric\":\"load\",\"last\":\"30h\",\"step\":\"1m\"}}}",
                "{\"op\":\"algorithm\",\"use\":\"anomaly.deviation\",\"keep\":3,\"input\":"
                        + "{\"metric\":\"load\",\"by\":[\"zone\"],\"aggregate\":\"max\",\"last\":\"30h\",\"step\":\"5m\",\"offset\":\"10m\"}}",
                "{\"op\":\"algorithm\",\"use\":\"anomaly.holtWinters\",\"options\":{\"minDuration\":\"3m\"},\"input\":"
                        + "{\"op\":\"arithmetic\",\"operator\":\"minus\",\"left\":{\"metric\":\"load\",\"last\":\"30h\",\"step\":\"1m\"},"
                        + "\"right\":{\"metric\":\"load\",\"last\":\"30h\",\"step\":\"1m\",\"offset\":\"1h\"}}}",
                "{\"op\":\"algorithm\",\"use\":\"anomaly.ewma\",\"input\":{\"op\":\"ratio\","
                        + "\"part\":{\"metric\":\"load\",\"by\":[\"zone\"],\"last\":\"30h\",\"step\":\"1m\"},"
                        + "\"whole\":{\"metric\":\"load\",\"by\":[\"zone\"],\"last\":\"30h\",\"step\":\"1m\"}}}"
            })
    void slotsSayWhatTheWholeHistorySays(String plan) {
        // The history of thirty hours begins anew at a multiple of thirty hours.
        var length = Duration.ofHours(30).toMillis();
        var turn =
                Instant.ofEpochMilli(Math.floorDiv(START.toEpochMilli(), length) * length + length);
        var now = turn.minus(Duration.ofHours(5));
        points(now.minus(Duration.ofHours(52)), now, "a", "b", "stops");
        for (int slot = 0; slot < 40; slot++) {
            var before = now;
            now = now.plusSeconds(slot % 7 == 3 ? 3_600 : slot % 5 == 2 ? 30 : 60);
            late(before);
            points(before, now, "a", "b", slot > 12 ? "late" : "a");
            if (slot == 25) {
                kept = engine(new Courses(1L << 30, SETTLING));
            }
            var said = bits(answer(kept, plan, now));
            if (slot % 4 == 1) {
                assertThat(said)
                        .as("slot %d at %s", slot, now)
                        .isEqualTo(bits(answer(engine(Courses.none()), plan, now)));
            }
        }
        assertThat(now).isAfter(turn);
    }

    @Test
    void aSlotReadsWhatIsNewAndNotTheHistory() {
        points(START, START.plus(Duration.ofHours(60)), "a", "b");
        var now = START.plus(Duration.ofHours(59));
        assertThat(run(kept, ALL, now).cost().points()).isGreaterThan(3_600);

        assertThat(run(kept, ALL, now.plusSeconds(60)).cost().points()).isLessThan(20);
    }

    @Test
    void whatTakesLongIsLearntSlotBySlotAndNothingIsSaidBefore() {
        points(START, START.plus(Duration.ofHours(60)), "a", "b", "c");
        var narrow = new QueryLimits(2_500, 10, 64 << 10, Duration.ofSeconds(30));
        var learning =
                new QueryEngine(
                        store, narrow, new AlgorithmMethods(), new Courses(1L << 30, SETTLING));
        var now = START.plus(Duration.ofHours(50));
        int slots = 0;
        var result = learning.run(ACME, parsed(learning, ALL), now, new Slots());
        while (result instanceof QueryResult.Refused(var code, var message, _, _)) {
            assertThat(code).isEqualTo(Code.LEARNING);
            assertThat(message).contains("learning: the detectors of 3 series know");
            now = now.plusSeconds(60);
            result = learning.run(ACME, parsed(learning, ALL), now, new Slots());
            assertThat(++slots).isLessThan(50);
        }
        assertThat(slots).isGreaterThan(3);
        assertThat(bits(((QueryResult.Answer) result).frame()))
                .isEqualTo(bits(answer(engine(Courses.none()), ALL, now)));
    }

    @Test
    void whoeverAsksOnceLeavesNothing() {
        var courses = new Courses(1L << 30, SETTLING);
        points(START, START.plus(Duration.ofHours(30)), "a");
        var engine = engine(courses);
        var now = START.plus(Duration.ofHours(30));
        engine.run(ACME, ALL, now);
        engine.run(
                ACME,
                parsed(engine, ALL.replace("\"use\"", "\"keepLast\":\"6h\",\"use\"")),
                now,
                new Slots());
        assertThat(courses.usage(ACME, now)).isEqualTo(courses.usage(OTHER, now));

        engine.run(ACME, parsed(engine, ALL), now, new Slots());
        assertThat(courses.usage(ACME, now).toString()).contains("series=1");
        assertThat(courses.usage(OTHER, now).toString()).contains("series=0");
        courses.erase(ACME);
        assertThat(courses.usage(ACME, now).toString()).contains("series=0");
    }

    @Test
    void detectorsThatDoNotFitAreRefusedByName() {
        points(START, START.plus(Duration.ofHours(30)), "a", "b");
        var engine = engine(new Courses(3_000, SETTLING));
        var now = START.plus(Duration.ofHours(30));

        assertThat(engine.run(ACME, parsed(engine, ALL), now, new Slots()))
                .isInstanceOfSatisfying(
                        QueryResult.Refused.class,
                        refused -> {
                            assertThat(refused.code()).isEqualTo(Code.TOO_MUCH_MEMORY);
                            assertThat(refused.message())
                                    .contains("sextant.query.detector-percent");
                        });
    }

    private void points(Instant from, Instant to, String... hosts) {
        for (var host : hosts) {
            long first = Math.ceilDiv(from.toEpochMilli() + 1, MINUTE / 2) * (MINUTE / 2);
            int count = (int) ((to.toEpochMilli() - first) / (MINUTE / 2)) + 1;
            var times = new long[count];
            var values = new double[count];
            for (int i = 0; i < count; i++) {
                times[i] = first + i * MINUTE / 2;
                var hour = times[i] / (60.0 * MINUTE);
                values[i] = 100 + 30 * Math.sin(hour / 24 * 2 * Math.PI) + random.nextGaussian();
                values[i] += times[i] / MINUTE % 600 < 6 ? 60 : 0;
            }
            append(host, times, values);
        }
    }

    /// A point of the minute before that comes only now.
    private void late(Instant now) {
        long time = now.toEpochMilli() - 70_000 + random.nextInt(1_000);
        append("b", new long[] {time}, new double[] {500});
    }

    private void append(String host, long[] times, double[] values) {
        var labels = Labels.of(Map.of("host", host, "zone", host.equals("a") ? "x" : "y"));
        store.append(ACME, List.of(new Series(new SeriesKey("load", labels), times, values)));
    }

    private QueryEngine engine(Courses courses) {
        return new QueryEngine(store, QueryLimits.standard(), new AlgorithmMethods(), courses);
    }

    private static QueryPlan parsed(QueryEngine engine, String plan) {
        try {
            return engine.parse(plan);
        } catch (InvalidPlanException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static QueryResult.Answer run(QueryEngine engine, String plan, Instant now) {
        return (QueryResult.Answer) engine.run(ACME, parsed(engine, plan), now, new Slots());
    }

    private static Frame answer(QueryEngine engine, String plan, Instant now) {
        return run(engine, plan, now).frame();
    }

    private static TreeMap<String, String> bits(Frame frame) {
        var all = new TreeMap<String, String>();
        frame.series()
                .forEach(row ->
                        all.put(
                                row.key().toString(),
                                bits(row) + frame.explanations().get(row.key().labels())));
        frame.sides()
                .forEach((name, side) ->
                        side.series().forEach(row -> all.put(name + row.key(), bits(row))));
        return all;
    }

    private static String bits(Series row) {
        var text = new StringBuilder();
        for (int i = 0; i < row.length(); i++) {
            text.append(row.times()[i])
                    .append(' ')
                    .append(Double.doubleToRawLongBits(row.values()[i]))
                    .append('\n');
        }
        return text.toString();
    }

    private static final class Slots implements Asker {
        @Override
        public boolean isWaiting() {
            return true;
        }

        @Override
        public Optional<Standing> standing() {
            return Optional.of(new Standing("rule load", Duration.ofSeconds(30)));
        }
    }
}

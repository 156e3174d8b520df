// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Matcher;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store does, whatever the engine. Subclasses hand over an empty store before each test.
public abstract class StoreContract {
    protected static final TenantId ACME = new TenantId("acme");
    protected static final TenantId OTHER = new TenantId("other");
    protected static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);

    protected abstract SampleAppender appender();

    protected abstract SeriesReader reader();

    @Test
    void givesBackWhatWasAppended() {
        appender().append(ACME, List.of(cpu("a", new long[] {0, 10_000}, 0.25, 0.5)));

        var read = reader().read(ACME, lastHour("cpu"));

        assertThat(read).hasSize(1);
        assertThat(read.getFirst().key()).isEqualTo(key("cpu", "a"));
        assertThat(read.getFirst().times()).containsExactly(at(0), at(10_000));
        assertThat(read.getFirst().values()).containsExactly(0.25, 0.5);
    }

    @Test
    void rangeIsOpenAtItsStartAndClosedAtItsEnd() {
        appender().append(ACME, List.of(cpu("a", new long[] {0, 1, 2, 3}, 0, 1, 2, 3)));

        var range = new TimeRange(NOON, NOON.plusMillis(2));
        var read = reader().read(ACME, new Selection("cpu", List.of(), range));

        assertThat(read.getFirst().values()).containsExactly(1, 2);
    }

    @Test
    void spansHoursInOrderOfTime() {
        long hour = Duration.ofHours(1).toMillis();
        appender().append(ACME, List.of(cpu("a", new long[] {-hour, 0, -2 * hour - 1}, 2, 3, 1)));

        var range = new TimeRange(NOON.minus(Duration.ofDays(1)), NOON);
        var read = reader().read(ACME, new Selection("cpu", List.of(), range));

        assertThat(read.getFirst().times()).containsExactly(at(-2 * hour - 1), at(-hour), at(0));
        assertThat(read.getFirst().values()).containsExactly(1, 2, 3);
    }

    @Test
    void lastWriteWinsAtOneTime() {
        appender().append(ACME, List.of(cpu("a", new long[] {0, 5, 0}, 1, 9, 2)));
        appender().append(ACME, List.of(cpu("a", new long[] {-5, 0}, 7, 3)));

        var read = reader().read(ACME, lastHour("cpu"));

        assertThat(read.getFirst().times()).containsExactly(at(-5), at(0), at(5));
        assertThat(read.getFirst().values()).containsExactly(7, 3, 9);
    }

    @Test
    void settlesAnyOrderOfManyPoints() {
        var random = RandomGenerator.of("L64X128MixRandom");
        long[] offsets = IntStream.range(0, 5_000).mapToLong(_ -> random.nextInt(3_000)).toArray();
        double[] values = IntStream.range(0, 5_000).asDoubleStream().toArray();
        var last = new TreeMap<Long, Double>();
        for (int i = 0; i < offsets.length; i++) {
            last.put(at(offsets[i]), values[i]);
        }
        appender().append(ACME, List.of(cpu("a", offsets, values)));

        var read = reader().read(ACME, lastHour("cpu")).getFirst();

        assertThat(read.times())
                .containsExactly(last.keySet().stream().mapToLong(time -> time).toArray());
        assertThat(read.values())
                .containsExactly(last.values().stream().mapToDouble(value -> value).toArray());
    }

    @Test
    void keepsEveryBitOfAValue() {
        var odd =
                new double[] {
                    STALE, Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE, 1e300
                };
        appender().append(ACME, List.of(cpu("a", new long[] {1, 2, 3, 4, 5, 6}, odd)));

        var values = reader().read(ACME, lastHour("cpu")).getFirst().values();

        for (int i = 0; i < odd.length; i++) {
            assertThat(Double.doubleToRawLongBits(values[i]))
                    .isEqualTo(Double.doubleToRawLongBits(odd[i]));
        }
    }

    @Test
    void picksByMatchersInOrderOfKeys() {
        appender()
                .append(
                        ACME,
                        List.of(
                                cpu("c", new long[] {0}, 3),
                                cpu("a", new long[] {0}, 1),
                                cpu("b", new long[] {0}, 2),
                                series("memory", Map.of("host", "a"), new long[] {0}, 9)));

        assertThat(hosts(new Matcher.In("host", Set.of("c", "a")))).containsExactly("a", "c");
        assertThat(hosts(new Matcher.NotIn("host", Set.of("a")))).containsExactly("b", "c");
        assertThat(hosts(Matcher.Regex.of("host", "[ab]"))).containsExactly("a", "b");
        assertThat(hosts(new Matcher.In("zone", Set.of("")))).containsExactly("a", "b", "c");
    }

    @Test
    void findsSeriesWithoutPointsInTheRangeButDoesNotReadThem() {
        appender().append(ACME, List.of(cpu("a", new long[] {0}, 1)));
        var later = new TimeRange(NOON.plusSeconds(1), NOON.plusSeconds(2));
        var selection = new Selection("cpu", List.of(), later);

        assertThat(reader().find(ACME, selection)).containsExactly(key("cpu", "a"));
        assertThat(reader().read(ACME, selection)).isEmpty();
    }

    @Test
    void countsSeriesAndNamesMetrics() {
        appender()
                .append(
                        ACME,
                        List.of(
                                cpu("a", new long[] {0}, 1),
                                cpu("b", new long[] {0}, 1),
                                cpu("empty", new long[0]),
                                series("memory", Map.of(), new long[] {0}, 1)));

        assertThat(reader().metrics(ACME)).containsExactly("cpu", "memory");
        assertThat(reader().seriesCount(ACME)).isEqualTo(3);
        assertThat(reader().seriesCount(ACME, "cpu")).isEqualTo(2);
        assertThat(reader().seriesCount(ACME, "nothing")).isZero();
    }

    @Test
    void showsNothingToAnotherTenant() {
        appender().append(ACME, List.of(cpu("a", new long[] {0}, 1)));

        assertThat(reader().read(OTHER, lastHour("cpu"))).isEmpty();
        assertThat(reader().find(OTHER, lastHour("cpu"))).isEmpty();
        assertThat(reader().metrics(OTHER)).isEmpty();
        assertThat(reader().seriesCount(OTHER)).isZero();
        assertThat(reader().seriesCount(OTHER, "cpu")).isZero();
    }

    @Test
    void keepsTenantsWithEqualKeysApart() {
        appender().append(ACME, List.of(cpu("a", new long[] {0}, 1)));
        appender().append(OTHER, List.of(cpu("a", new long[] {0}, 2)));

        assertThat(reader().read(ACME, lastHour("cpu")).getFirst().values()).containsExactly(1);
        assertThat(reader().read(OTHER, lastHour("cpu")).getFirst().values()).containsExactly(2);
    }

    @Test
    void stopsReadingPastTheBound() {
        appender().append(ACME, List.of(cpu("a", new long[] {0, 1, 2}, 1, 2, 3)));

        assertThat(reader().read(ACME, lastHour("cpu"), 3)).hasSize(1);
        assertThatThrownBy(() -> reader().read(ACME, lastHour("cpu"), 2))
                .isInstanceOf(TooManyPointsException.class)
                .hasMessageContaining("2 points");
    }

    @Test
    void scanHandsOverWhatReadGives() {
        long hour = Duration.ofHours(1).toMillis();
        appender()
                .append(
                        ACME,
                        List.of(
                                cpu("b", new long[] {0, 5, 3, 5}, 1, 2, 3, 4),
                                cpu("a", new long[] {1, 2}, 7, 8),
                                cpu("outside", new long[] {-hour}, 9)));
        appender().append(ACME, List.of(cpu("b", new long[] {-5}, 5), cpu("c", new long[] {2}, 6)));
        var sink = new CollectingSink();

        reader().scan(ACME, lastHour("cpu"), Long.MAX_VALUE, sink);

        assertThat(sink.series()).isEqualTo(reader().find(ACME, lastHour("cpu")));
        var read = new HashMap<SeriesKey, Map<Long, Double>>();
        for (var series : reader().read(ACME, lastHour("cpu"))) {
            var points = new TreeMap<Long, Double>();
            for (int i = 0; i < series.length(); i++) {
                points.put(series.times()[i], series.values()[i]);
            }
            read.put(series.key(), points);
        }
        assertThat(sink.collected()).hasSize(3).isEqualTo(read);
    }

    @Test
    void stopsScanningPastTheBoundAndGoesOnAfterIt() {
        appender().append(ACME, List.of(cpu("a", new long[] {0, 1, 2}, 1, 2, 3)));

        for (int i = 0; i < 10; i++) {
            var sink = new CollectingSink();
            assertThatThrownBy(() -> reader().scan(ACME, lastHour("cpu"), 2, sink))
                    .isInstanceOf(TooManyPointsException.class);
        }
        var sink = new CollectingSink();
        reader().scan(ACME, lastHour("cpu"), 3, sink);
        assertThat(sink.collected()).hasSize(1);
    }

    @Test
    void latestHandsOverTheNewestPointInTheRange() {
        appender()
                .append(
                        ACME,
                        List.of(
                                cpu("a", new long[] {5, 1, 5}, 1, 2, 3),
                                cpu("b", new long[] {1}, 4),
                                cpu("c", new long[] {1, 2, 3_000_000}, 5, 6, 7),
                                cpu("d", new long[] {-3_000_000}, 8)));
        appender()
                .append(
                        ACME,
                        List.of(cpu("b", new long[] {0}, 9), cpu("e", new long[] {7}, STALE)));
        var sink = new CollectingSink();

        reader().latest(ACME, lastHour("cpu"), sink);

        assertThat(sink.series()).isEqualTo(reader().find(ACME, lastHour("cpu")));
        assertThat(sink.collected())
                .isEqualTo(
                        Map.of(
                                key("cpu", "a"), Map.of(at(5), 3.0),
                                key("cpu", "b"), Map.of(at(1), 4.0),
                                key("cpu", "c"), Map.of(at(2), 6.0),
                                key("cpu", "e"), Map.of(at(7), STALE)));
    }

    protected static Series cpu(String host, long[] offsets, double... values) {
        return series("cpu", Map.of("host", host), offsets, values);
    }

    protected static Series series(
            String metric, Map<String, String> labels, long[] offsets, double... values) {
        long[] times = IntStream.range(0, offsets.length).mapToLong(i -> at(offsets[i])).toArray();
        return new Series(new SeriesKey(metric, Labels.of(labels)), times, values);
    }

    protected static Selection lastHour(String metric) {
        var range = new TimeRange(NOON.minus(Duration.ofMinutes(30)), NOON.plusSeconds(1_800));
        return new Selection(metric, List.of(), range);
    }

    protected static SeriesKey key(String metric, String host) {
        return new SeriesKey(metric, Labels.of("host", host));
    }

    protected static long at(long offset) {
        return NOON.toEpochMilli() + offset;
    }

    private List<String> hosts(Matcher matcher) {
        var selection = new Selection("cpu", List.of(matcher), lastHour("cpu").range());
        var read = reader().read(ACME, selection);
        assertThat(reader().find(ACME, selection))
                .isEqualTo(read.stream().map(Series::key).toList());
        return read.stream().map(one -> String.valueOf(one.key().labels().value("host"))).toList();
    }
}

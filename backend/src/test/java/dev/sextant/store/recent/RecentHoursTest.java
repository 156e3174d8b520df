// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.recent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.telemetry.Labels;
import dev.sextant.telemetry.Series;
import dev.sextant.telemetry.SeriesKey;
import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentHoursTest {
    private static final long HOUR = 3_600_000;
    private static final long MEGABYTE = 1 << 20;
    private static final LongPredicate NEW = _ -> true;
    private static final LongPredicate KNOWN = _ -> false;

    private final RecentHours recent = new RecentHours(HOUR, MEGABYTE);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesBackEveryBitOfEveryKindOfValue(long seed) {
        var random = RandomGenerator.of("L64X128MixRandom");
        var times = new long[2_000];
        var values = new double[times.length];
        long time = 0;
        for (int i = 0; i < times.length; i++) {
            time += random.nextInt(10) < 8 ? 1_000 : 1 + random.nextInt(1_700);
            times[i] = time;
            values[i] = value(random, (seed + i) % 9, i);
        }

        recent.add(7, series(times, values));
        recent.committed(NEW);

        var read = read(7, 0, HOUR);
        assertThat(read.times()).isEqualTo(times);
        assertThat(bits(read.values())).isEqualTo(bits(values));
    }

    private static double value(RandomGenerator random, long kind, int turn) {
        return switch ((int) kind) {
            case 0 -> random.nextDouble();
            case 1 -> turn;
            case 2 -> Math.rint(random.nextDouble() * 1e4) / 100;
            case 3 -> -Math.rint(random.nextDouble() * 1e15) / 1_000;
            case 4 -> Double.longBitsToDouble(random.nextLong());
            case 5 -> turn % 2 == 0 ? -0.0 : 0.0;
            case 6 -> turn % 2 == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
            case 7 -> Double.longBitsToDouble(0x7ff0000000000002L);
            default -> 1e12 - 0.001 * random.nextInt();
        };
    }

    @Test
    void takesAnyOrderAndKeepsTheLastOfATime() {
        recent.add(1, series(new long[] {HOUR, 1, 5_000, 1}, 1, 2, 3, 4));
        recent.committed(NEW);
        recent.add(1, series(new long[] {5_000, 4_000}, 5, 6));
        recent.committed(KNOWN);

        var read = read(1, 0, HOUR);

        assertThat(read.times()).containsExactly(1, 4_000, 5_000, HOUR);
        assertThat(read.values()).containsExactly(4, 6, 5, 1);
        assertThat(read(1, 1, HOUR - 1).times()).containsExactly(4_000, 5_000);
    }

    @Test
    void showsNothingBeforeItIsCommitted() {
        recent.add(1, series(new long[] {1}, 1));
        assertThat(recent.view(new long[] {1}, 0, HOUR).covers(0)).isFalse();

        recent.abandon();
        recent.committed(NEW);
        assertThat(recent.view(new long[] {1}, 0, HOUR).covers(0)).isFalse();
    }

    @Test
    void coversOnlyHoursThatItSawFromTheirFirstSample() {
        recent.add(1, series(new long[] {1, HOUR + 1}, 1, 2));
        recent.committed(hour -> hour == 1);

        var view = recent.view(new long[] {1}, 0, 2 * HOUR);

        assertThat(view.covers(0)).isFalse();
        assertThat(view.covers(1)).isTrue();
        assertThat(view.hours()).isEqualTo(1);
    }

    @Test
    void aViewStaysAsItWas() {
        recent.add(1, series(new long[] {1}, 1));
        recent.committed(NEW);
        var before = recent.view(new long[] {1, 2}, 0, HOUR);
        recent.add(1, series(LongStream.rangeClosed(2, 500).toArray(), new double[499]));
        recent.add(2, series(new long[] {1}, 1));
        recent.committed(KNOWN);
        recent.forgetBefore(new long[] {1}, 1);

        var points = new Unpacked();
        assertThat(before.unpack(0, 0, points)).isTrue();
        assertThat(points.length()).isEqualTo(1);
        assertThat(before.unpack(0, 1, points)).isFalse();
        assertThat(recent.view(new long[] {1}, 0, HOUR).unpack(0, 0, points)).isFalse();
    }

    @Test
    void forgetsTheOldestHours() {
        long[] times = LongStream.range(0, 10).map(hour -> hour * HOUR + 1).toArray();
        recent.add(1, series(times, new double[times.length]));
        recent.committed(NEW);

        var view = recent.view(new long[] {1}, 0, 10 * HOUR);

        assertThat(LongStream.range(0, 10).filter(view::covers)).containsExactly(7L, 8L, 9L);
    }

    @Test
    void staysWithinItsBytes() {
        var noise = RandomGenerator.of("L64X128MixRandom").doubles(60_000).toArray();
        long[] times = LongStream.rangeClosed(1, noise.length).toArray();
        recent.add(1, series(times, noise));
        recent.committed(NEW);
        recent.add(2, series(Arrays.stream(times).map(time -> time + HOUR).toArray(), noise));
        recent.committed(NEW);
        assertThat(covered()).containsExactly(1L);

        recent.add(3, series(Arrays.stream(times).map(time -> time + HOUR).toArray(), noise));
        recent.committed(KNOWN);
        assertThat(covered()).isEmpty();
        recent.add(3, series(new long[] {HOUR + 70_000}, 1));
        recent.committed(KNOWN);
        assertThat(covered()).isEmpty();
    }

    @Test
    void canBeSwitchedOff() {
        var none = new RecentHours(HOUR, 0);
        none.add(1, series(new long[] {1}, 1));
        none.committed(NEW);

        assertThat(none.view(new long[] {1}, 0, HOUR).covers(0)).isFalse();
    }

    private LongStream covered() {
        var view = recent.view(new long[] {1}, 0, 10 * HOUR);
        return LongStream.range(0, 10).filter(view::covers);
    }

    private Series read(long id, long from, long to) {
        var points = new Unpacked();
        assertThat(recent.view(new long[] {id}, from, to).unpack(0, 0, points)).isTrue();
        return series(
                Arrays.copyOf(points.times(), points.length()),
                Arrays.copyOf(points.values(), points.length()));
    }

    private static Series series(long[] times, double... values) {
        return new Series(new SeriesKey("m", Labels.none()), times, values);
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}

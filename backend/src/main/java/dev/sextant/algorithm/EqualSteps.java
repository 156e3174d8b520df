// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.telemetry.Durations;
import dev.sextant.telemetry.Series;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// A series on a grid of equal steps, NaN where it has no point: what methods want that count in points.
///
/// @param first time of the first value, epoch milliseconds
/// @param step milliseconds between two values
record EqualSteps(long first, long step, double[] values) {
    /// The longest history that is laid on a grid; what is older is left out.
    private static final int MOST = 100_000;

    /// The step is the usual distance of its points; of several points of one step the last one counts.
    static EqualSteps of(Series series) {
        var times = series.times();
        if (times.length < 2) {
            long time = times.length == 0 ? 0 : times[0];
            return new EqualSteps(time, Duration.ofMinutes(1).toMillis(), series.values().clone());
        }
        long step = usualDistance(times);
        long last = times[times.length - 1];
        long steps = Math.min(MOST - 1L, (last - times[0]) / step);
        long first = last - steps * step;
        var values = new double[(int) steps + 1];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < times.length; i++) {
            long place = Math.floorDiv(times[i] - first + step / 2, step);
            if (place >= 0 && place < values.length) {
                values[(int) place] = series.values()[i];
            }
        }
        return new EqualSteps(first, step, values);
    }

    /// The same with values held within bounds on both sides; infinite ones are missing.
    EqualSteps within(double bound) {
        var held = new double[values.length];
        for (int i = 0; i < held.length; i++) {
            held[i] =
                    Double.isFinite(values[i]) ? Math.clamp(values[i], -bound, bound) : Double.NaN;
        }
        return new EqualSteps(first, step, held);
    }

    /// The last values only.
    EqualSteps newest(int most) {
        int cut = Math.max(0, values.length - most);
        return new EqualSteps(time(cut), step, Arrays.copyOfRange(values, cut, values.length));
    }

    /// Milliseconds between neighbours, as most of them have it; 1 or more.
    static long usualDistance(long[] times) {
        var distances = new long[times.length - 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = times[i + 1] - times[i];
        }
        Arrays.sort(distances);
        return Math.max(1, distances[distances.length / 2]);
    }

    long time(long place) {
        return first + place * step;
    }

    /// The time of the last value.
    long last() {
        return time(values.length - 1L);
    }

    /// Times of all values.
    long[] times() {
        var times = new long[values.length];
        Arrays.setAll(times, this::time);
        return times;
    }

    /// How many steps a length of time has.
    ///
    /// @throws IllegalArgumentException when it is shorter than a step
    int steps(Duration length, String what) {
        long steps = Math.ceilDiv(length.toMillis(), step);
        if (length.toMillis() < step || steps > MOST) {
            throw new IllegalArgumentException(
                    "%s must be 1 to %,d steps of the series, which are %s each"
                            .formatted(what, MOST, Durations.format(Duration.ofMillis(step))));
        }
        return (int) steps;
    }

    /// Seasons in points; those that are shorter than two steps are none.
    List<Integer> periods(List<Duration> seasons) {
        return seasons.stream()
                .map(season -> (int) Math.min(MOST, Math.round((double) season.toMillis() / step)))
                .filter(period -> period >= 2)
                .toList();
    }
}

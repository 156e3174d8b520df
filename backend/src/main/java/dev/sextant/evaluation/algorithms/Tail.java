// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.algorithms;

import dev.sextant.algorithm.Points;
import java.util.Arrays;

/// The newest points of one row, which its detector does not know yet: they are what is told of the row, and the last of them may
/// still be taken back. Grows up to a length, from then on the oldest point leaves for each that comes.
final class Tail {
    private static final int FIRST = 8;

    private long[] times = new long[FIRST];
    private double[] values = new double[FIRST];
    private int length;

    /// Adds points, and hands back the oldest of all that are more than the tail may have.
    ///
    /// @param most how many it may have
    Points add(Points next, int most) {
        int all = length + next.length();
        var leaving = Math.max(0, all - most);
        if (leaving == 0 && all <= times.length) {
            append(next);
            return next.between(0, 0);
        }
        var joined = joined(next);
        int capacity = Math.min(most, Math.max(2 * times.length, all - leaving));
        times = Arrays.copyOf(Arrays.copyOfRange(joined.times(), leaving, all), capacity);
        values = Arrays.copyOf(Arrays.copyOfRange(joined.values(), leaving, all), capacity);
        length = all - leaving;
        return joined.between(0, leaving);
    }

    private Points joined(Points next) {
        var joinedTimes = Arrays.copyOf(times, length + next.length());
        var joinedValues = Arrays.copyOf(values, length + next.length());
        System.arraycopy(next.times(), 0, joinedTimes, length, next.length());
        System.arraycopy(next.values(), 0, joinedValues, length, next.length());
        return new Points(joinedTimes, joinedValues);
    }

    private void append(Points next) {
        System.arraycopy(next.times(), 0, times, length, next.length());
        System.arraycopy(next.values(), 0, values, length, next.length());
        length += next.length();
    }

    /// Takes back what is later.
    void dropAfter(long time) {
        while (length > 0 && times[length - 1] > time) {
            length--;
        }
    }

    int length() {
        return length;
    }

    /// The time of its newest point; the tail must have one.
    long newest() {
        return times[length - 1];
    }

    Points points() {
        return new Points(Arrays.copyOf(times, length), Arrays.copyOf(values, length));
    }

    long bytes() {
        return times.length * (long) (Long.BYTES + Double.BYTES);
    }
}

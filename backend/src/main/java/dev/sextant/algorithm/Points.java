// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import java.util.Arrays;

/// Values at times, as many of the one as of the other. The arrays belong to the points and must not be changed.
///
/// @param times epoch milliseconds, ascending
public record Points(long[] times, double[] values) {
    public Points {
        if (times.length != values.length) {
            throw new IllegalArgumentException(
                    "%d times do not fit %d values".formatted(times.length, values.length));
        }
    }

    /// A single number that belongs to a time.
    public static Points single(long time, double value) {
        return new Points(new long[] {time}, new double[] {value});
    }

    public int length() {
        return times.length;
    }

    public Points from(int first) {
        return between(first, times.length);
    }

    /// @param end the first one that is left out
    public Points between(int first, int end) {
        return new Points(
                Arrays.copyOfRange(times, first, end), Arrays.copyOfRange(values, first, end));
    }
}

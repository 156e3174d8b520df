// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.util.Arrays;

/// How many standard deviations the newest point of each of many series lies from the mean of its last points, the newest
/// included: the adaptive threshold `abs(x - avg_over_time(x[1h])) / stddev_over_time(x[1h])`, by new points only. Sums are
/// taken of distances from an anchor, as Welford has it ("Note on a method for calculating corrected sums of squares and
/// products", Technometrics 4, 1962), and anew at each turn of the ring, so that rounding never adds up.
public final class RollingDeviation {
    private final int window;
    private final double[] ring;
    private final double[] sum;
    private final double[] squares;
    private final double[] anchor;
    private final int[] count;
    private final int[] next;

    /// @param series how many
    /// @param window points that a mean goes over
    public RollingDeviation(int series, int window) {
        if (series < 0 || window < 1) {
            throw new IllegalArgumentException(
                    "there must be 0 series or more, and windows of 1 point or more");
        }
        this.window = window;
        ring = new double[Math.multiplyExact(series, window)];
        Arrays.fill(ring, Double.NaN);
        sum = new double[series];
        squares = new double[series];
        anchor = new double[series];
        count = new int[series];
        next = new int[series];
    }

    /// Takes the next point of a series; one without a number pushes the oldest out, but says nothing.
    ///
    /// @return standard deviations; 0 for a series that stands still, NaN for a point without a number
    public double advance(int series, double value) {
        var start = series * window;
        var place = start + next[series];
        var old = ring[place];
        ring[place] = Double.isFinite(value) ? value : Double.NaN;
        next[series] = (next[series] + 1) % window;
        if (next[series] == 0 || count[series] == 0) {
            sumUp(series, start);
        } else {
            move(series, old, -1);
            move(series, ring[place], 1);
        }
        return distance(series, ring[place]);
    }

    /// The same for the last of some values, all at once.
    public static double ofLast(double[] values, int from, int behind) {
        var one = new RollingDeviation(1, behind - from);
        var last = Double.NaN;
        System.arraycopy(values, from, one.ring, 0, behind - from);
        for (var i = 0; i < one.ring.length; i++) {
            last = one.ring[i] = Double.isFinite(one.ring[i]) ? one.ring[i] : Double.NaN;
        }
        one.sumUp(0, 0);
        return one.distance(0, last);
    }

    /// Bytes of state for each series.
    public static int bytesPerSeries(int window) {
        return (window + 3) * Double.BYTES + 2 * Integer.BYTES;
    }

    private void move(int series, double value, int sign) {
        if (!Double.isNaN(value)) {
            var distance = value - anchor[series];
            sum[series] += sign * distance;
            squares[series] += sign * distance * distance;
            count[series] += sign;
        }
    }

    private void sumUp(int series, int start) {
        var mean = 0.0;
        var known = 0;
        for (var i = start; i < start + window; i++) {
            if (!Double.isNaN(ring[i])) {
                mean += (ring[i] - mean) / ++known;
            }
        }
        anchor[series] = Double.isFinite(mean) ? mean : 0;
        sum[series] = 0;
        squares[series] = 0;
        count[series] = 0;
        for (var i = start; i < start + window; i++) {
            move(series, ring[i], 1);
        }
    }

    private double distance(int series, double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        var mean = sum[series] / count[series];
        var variance = squares[series] / count[series] - mean * mean;
        var scale = Math.max(Math.abs(anchor[series]), Math.abs(value)) * 1e-12;
        if (!(variance > scale * scale) || Double.isInfinite(variance)) {
            return 0;
        }
        return Math.abs(value - anchor[series] - mean) / Math.sqrt(variance);
    }
}

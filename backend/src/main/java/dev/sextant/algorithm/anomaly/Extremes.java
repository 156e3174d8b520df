// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.nio.ByteBuffer;

/// The usual range of several statistics of one series: streaming extremes that slowly draw
/// together, so that each is passed equally rarely whatever the series' distribution. How far a
/// statistic lies outside, in half widths of its range, is a measure without unit: the same under
/// any shift and scale of the series.
///
/// Two ranges are kept: the settled one judges, the open one takes in every point. While the caller
/// holds (an incident is going on), the settled one stays as it was when the incident began;
/// afterwards it takes over the open one.
final class Extremes {
    /// By how much of its half width a range draws together with each point.
    private static final double DECAY = 5e-5;

    /// From how many values on a statistic judges.
    private static final int ENOUGH = 100;

    /// No single statistic says more than this.
    private static final double MOST = 2;

    /// A range narrower than this share of its place is that of a constant.
    private static final double FLAT = 1e-9;

    private final double[] lower;
    private final double[] upper;
    private final double[] openLower;
    private final double[] openUpper;
    private final int[] seen;

    Extremes(int statistics) {
        lower = new double[statistics];
        upper = new double[statistics];
        openLower = new double[statistics];
        openUpper = new double[statistics];
        seen = new int[statistics];
    }

    boolean isReady(int statistic) {
        return seen[statistic] >= ENOUGH;
    }

    boolean isKnown(int statistic) {
        return seen[statistic] > 0;
    }

    double lower(int statistic) {
        return lower[statistic];
    }

    double upper(int statistic) {
        return upper[statistic];
    }

    /// Where a value lies against the settled range: 0 in its middle, 1 at its edge, above it
    /// outside; 0 before enough is known, or if the value is NaN.
    ///
    /// @param least half widths narrower than this are taken as this
    double position(int statistic, double value, double least) {
        if (Double.isNaN(value) || !isReady(statistic)) {
            return 0;
        }
        var middle = upper[statistic] / 2 + lower[statistic] / 2;
        var half = Math.max(least, halfWidth(statistic));
        var distance = Math.abs(value - middle);
        if (half <= FLAT * Math.abs(middle)) {
            return distance > FLAT * Math.abs(middle) ? 1 + MOST : 0;
        }
        return Math.min(distance / half, 1 + MOST);
    }

    /// Half the width of the settled range, in the statistic's unit.
    double halfWidth(int statistic) {
        return upper[statistic] / 2 - lower[statistic] / 2;
    }

    /// Takes a value into the open range; NaN is passed over.
    void learn(int statistic, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (seen[statistic]++ == 0) {
            lower[statistic] = openLower[statistic] = value;
            upper[statistic] = openUpper[statistic] = value;
            return;
        }
        if (seen[statistic] > 2 * ENOUGH) {
            seen[statistic] = 2 * ENOUGH;
        }
        drawTogether(lower, upper, statistic);
        drawTogether(openLower, openUpper, statistic);
        openLower[statistic] = Math.min(openLower[statistic], value);
        openUpper[statistic] = Math.max(openUpper[statistic], value);
    }

    /// Lets the settled ranges take over what the open ones know.
    void settle() {
        System.arraycopy(openLower, 0, lower, 0, lower.length);
        System.arraycopy(openUpper, 0, upper, 0, upper.length);
    }

    int bytes() {
        return lower.length * (4 * Double.BYTES + Integer.BYTES);
    }

    void write(ByteBuffer state) {
        for (var i = 0; i < lower.length; i++) {
            state.putDouble(lower[i]).putDouble(upper[i]);
            state.putDouble(openLower[i]).putDouble(openUpper[i]).putInt(seen[i]);
        }
    }

    void read(ByteBuffer state) {
        for (var i = 0; i < lower.length; i++) {
            lower[i] = state.getDouble();
            upper[i] = state.getDouble();
            openLower[i] = state.getDouble();
            openUpper[i] = state.getDouble();
            seen[i] = state.getInt();
        }
    }

    private static void drawTogether(double[] low, double[] high, int statistic) {
        var step = DECAY * (high[statistic] / 2 - low[statistic] / 2);
        low[statistic] += step;
        high[statistic] -= step;
    }
}

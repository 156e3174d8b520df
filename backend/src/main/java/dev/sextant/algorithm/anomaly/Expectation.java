// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.nio.ByteBuffer;

/// The value that is expected next and the usual range around it: of the local level, the hour of
/// the day and the hour of the week it takes the one that has lately been nearest.
final class Expectation {
    private static final int SPAN = 500;

    private final double[] predicted = {Double.NaN, Double.NaN, Double.NaN};
    private final double[] error = {-1, -1, -1};
    private final Extremes around = new Extremes(1);
    private double expected = Double.NaN;

    /// Forms the expectation for a point before it is seen.
    void predict(Statistics statistics, long time) {
        predicted[0] = statistics.level();
        predicted[1] = statistics.ofDay(time);
        predicted[2] = statistics.ofWeek(time);
        expected = predicted[0];
        var least = Double.POSITIVE_INFINITY;
        for (var i = 0; i < predicted.length; i++) {
            if (error[i] >= 0 && error[i] < least && !Double.isNaN(predicted[i])) {
                least = error[i];
                expected = predicted[i];
            }
        }
    }

    /// NaN before the first point.
    double expected() {
        return expected;
    }

    /// NaN before the second point.
    double lower() {
        return around.isKnown(0) ? expected + around.lower(0) : Double.NaN;
    }

    /// NaN before the second point.
    double upper() {
        return around.isKnown(0) ? expected + around.upper(0) : Double.NaN;
    }

    /// Value minus expected; 0 while nothing is expected.
    double deviation(double value) {
        return Double.isNaN(expected) ? 0 : value - expected;
    }

    void learn(double value) {
        around.learn(0, value - expected);
        for (var i = 0; i < predicted.length; i++) {
            if (!Double.isNaN(predicted[i])) {
                var distance = Math.abs(value - predicted[i]);
                error[i] = error[i] < 0 ? distance : error[i] + (distance - error[i]) / SPAN;
            }
        }
    }

    void settle() {
        around.settle();
    }

    int bytes() {
        return (error.length + 1) * Double.BYTES + around.bytes();
    }

    void write(ByteBuffer state) {
        for (var value : error) {
            state.putDouble(value);
        }
        state.putDouble(expected);
        around.write(state);
    }

    void read(ByteBuffer state) {
        for (var i = 0; i < error.length; i++) {
            error[i] = state.getDouble();
        }
        expected = state.getDouble();
        around.read(state);
    }
}

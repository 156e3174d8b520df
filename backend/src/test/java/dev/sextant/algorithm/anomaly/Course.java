// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/// A made-up series, five minutes a step, the same at each call.
record Course(long[] times, double[] values) {
    static final int DAY = 288;
    private static final long STEP = 300_000;

    /// Noise of spread 1 around 100.
    static Course noise(int points) {
        var random = new Random(7);
        return of(points, _ -> 100 + random.nextGaussian());
    }

    /// A daily wave of height 50 around 200, with noise of spread 1.
    static Course wave(int points) {
        var random = new Random(11);
        return of(points, i -> 200 + 50 * Math.sin(2 * Math.PI * i / DAY) + random.nextGaussian());
    }

    static Course of(int points, DoubleUnaryOperator value) {
        var times = new long[points];
        var values = new double[points];
        for (var i = 0; i < points; i++) {
            times[i] = i * STEP;
            values[i] = value.applyAsDouble(i);
        }
        return new Course(times, values);
    }

    /// The same with a stretch changed.
    Course with(int from, int behind, DoubleUnaryOperator change) {
        var changed = values.clone();
        for (var i = from; i < behind; i++) {
            changed[i] = change.applyAsDouble(changed[i]);
        }
        return new Course(times, changed);
    }

    Course each(DoubleUnaryOperator change) {
        return new Course(times, Arrays.stream(values).map(change).toArray());
    }
}

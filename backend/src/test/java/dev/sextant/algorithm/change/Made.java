// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/// Series made for tests, the same in every run.
final class Made {
    private Made() {}

    static double[] noisy(int size, double noise, IntToDoubleFunction level) {
        return noisy(new Random(7), size, noise, level);
    }

    static double[] noisy(Random random, int size, double noise, IntToDoubleFunction level) {
        var values = new double[size];
        Arrays.setAll(values, i -> level.applyAsDouble(i) + noise * random.nextGaussian());
        return values;
    }

    static double[] walk(int size) {
        var values = noisy(size, 1, _ -> 0);
        for (int i = 1; i < size; i++) {
            values[i] += values[i - 1];
        }
        return values;
    }

    static double[] mapped(double[] values, DoubleUnaryOperator change) {
        return Arrays.stream(values).map(change).toArray();
    }
}

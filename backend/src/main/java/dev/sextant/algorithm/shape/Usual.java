// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

import dev.sextant.algorithm.anomaly.Anomalies;
import dev.sextant.algorithm.anomaly.Anomaly;
import dev.sextant.algorithm.anomaly.Anomaly.Reason;
import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import dev.sextant.algorithm.change.Robust;
import java.util.Arrays;

/// What stands beside a score that a method over the whole series gave.
final class Usual {
    private static final int WINDOW = 60;
    private static final double WIDTH = 3.5;

    private Usual() {}

    static Anomalies beside(double[] values, double[] score) {
        var size = values.length;
        var expected = new double[size];
        var lower = new double[size];
        var upper = new double[size];
        var reason = new Reason[size];
        for (var i = 0; i < size; i++) {
            var before =
                    Arrays.stream(values, Math.max(0, i - WINDOW), i)
                            .filter(Double::isFinite)
                            .toArray();
            var isKnown = before.length > 0;
            var median = Robust.median(before);
            var width = WIDTH * Robust.deviation(before, median);
            expected[i] = isKnown ? median : Double.NaN;
            lower[i] = isKnown ? Math.max(-Double.MAX_VALUE, median - width) : Double.NaN;
            upper[i] = isKnown ? Math.min(Double.MAX_VALUE, median + width) : Double.NaN;
            reason[i] = reason(values[i], score[i], expected[i]);
        }
        return new Anomalies(score, tail(score), expected, lower, upper, reason);
    }

    private static Reason reason(double value, double score, double expected) {
        if (!Double.isFinite(value)) {
            return new Reason(Symptom.MISSING, 0);
        }
        var deviation = value - expected;
        var symptom = score >= Anomaly.BORDER ? Symptom.SHAPE : Symptom.USUAL;
        return new Reason(symptom, Double.isFinite(deviation) ? deviation : 0);
    }

    private static double[] tail(double[] score) {
        var sorted = score.clone();
        Arrays.sort(sorted);
        return Arrays.stream(score)
                .map(one -> (double) (sorted.length - first(sorted, one)) / sorted.length)
                .toArray();
    }

    private static int first(double[] sorted, double value) {
        var low = 0;
        var high = sorted.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

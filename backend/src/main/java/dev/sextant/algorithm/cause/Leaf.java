// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import java.util.Map;

/// The finest part of a sum: a value for each of its labels.
///
/// @param labels name and value; a label that is not there counts as one of its own
/// @param expected forecast or former value; what is no number counts as 0
/// @param actual value now; what is no number counts as 0
public record Leaf(Map<String, String> labels, double expected, double actual) {
    /// Larger ones would overflow in sums.
    private static final double LARGEST = 1e150;

    public Leaf {
        labels = Map.copyOf(labels);
        expected = bounded(expected);
        actual = bounded(actual);
    }

    private static double bounded(double value) {
        return Double.isNaN(value) ? 0 : Math.clamp(value, -LARGEST, LARGEST);
    }

    double moved() {
        return actual - expected;
    }

    /// From -2, risen from nothing, to 2, fallen to nothing; 0 where nothing changed.
    double deviation() {
        double size = Math.abs(expected) + Math.abs(actual);
        return size == 0 ? 0 : 2 * (expected - actual) / size;
    }
}

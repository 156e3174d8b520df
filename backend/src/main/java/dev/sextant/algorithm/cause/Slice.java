// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

/// A part of a sum: what one value of one label was expected to have, and has.
///
/// @param dimension name of the label
/// @param element value of the label
/// @param expected forecast or former value; NaN counts as 0
/// @param actual value now; NaN counts as 0
public record Slice(String dimension, String element, double expected, double actual) {
    public Slice {
        expected = Double.isFinite(expected) ? expected : 0;
        actual = Double.isFinite(actual) ? actual : 0;
    }
}

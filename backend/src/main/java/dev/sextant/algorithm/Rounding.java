// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers for people: an estimate has no seventeen digits.
final class Rounding {
    private Rounding() {}

    /// As many significant digits at most, without trailing zeros.
    static String text(double value, int digits) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        var rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale();
        return Math.abs(exponent) > 15 ? rounded.toString() : rounded.toPlainString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.naming;

/// Numbers as senders write them. Java alone would also take "1d", "0x1p3" and blanks for numbers.
public final class Numbers {
    private static final String ALLOWED = "0123456789+-.eE";

    private Numbers() {}

    /// @throws NumberFormatException when the text is not a decimal number
    public static double decimal(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (ALLOWED.indexOf(text.charAt(at)) < 0) {
                throw new NumberFormatException(text);
            }
        }
        return Double.parseDouble(text);
    }

    /// The same with Prometheus' words for what is no number.
    ///
    /// @throws NumberFormatException when the text is neither
    public static double value(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> decimal(text);
        };
    }
}

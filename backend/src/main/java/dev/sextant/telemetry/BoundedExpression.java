// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import com.google.re2j.Pattern;

/// Regular expressions of tenants. They run in time linear in their size and the text's, but a short one can be huge:
/// `((a{1000}){1000}){1000}` unrolls to a thousand million steps. So size is bounded before and after compiling.
public final class BoundedExpression {
    private static final int LONGEST = 2_000;
    private static final int MOST_GROUPS = 100;
    private static final long MOST_UNROLLED = 1_000_000;
    private static final int MOST_STEPS = 5_000;
    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    private BoundedExpression() {}

    /// @throws IllegalArgumentException when the expression is too large
    public static Pattern compile(String expression) {
        if (expression.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "an expression has at most %,d characters, this one has %,d"
                            .formatted(LONGEST, expression.length()));
        }
        if (expression.chars().filter(character -> character == '(').count() > MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "an expression has at most %d groups".formatted(MOST_GROUPS));
        }
        if (unrolled(expression) > MOST_UNROLLED) {
            throw tooLarge();
        }
        var pattern = Pattern.compile(expression);
        if (pattern.programSize() > MOST_STEPS) {
            throw tooLarge();
        }
        return pattern;
    }

    /// More steps than the expression can have, were all its repetitions nested.
    private static long unrolled(String expression) {
        long steps = Math.max(1, expression.length());
        for (var found : REPETITION.matcher(expression).results().toList()) {
            var most = found.group(2) == null || found.group(2).isEmpty() ? 1 : 2;
            steps *= Math.max(1, Long.parseLong(found.group(most)));
            if (steps > MOST_UNROLLED) {
                return steps;
            }
        }
        return steps;
    }

    private static IllegalArgumentException tooLarge() {
        return new IllegalArgumentException(
                "the repetitions of an expression make it too large: use smaller numbers in braces, or * and +");
    }
}

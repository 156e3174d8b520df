// SPDX-License-Identifier: Apache-2.0
package dev.sextant.telemetry;

import com.google.re2j.Pattern;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A condition on one label. An absent label counts as the empty string, as in Prometheus.
/// Regular expressions match the whole value and run in linear time (RE2), since tenants write them.
public sealed interface Matcher {
    String label();

    boolean matches(@Nullable String value);

    record In(String label, Set<String> values) implements Matcher {
        public In {
            values = Set.copyOf(values);
        }

        @Override
        public boolean matches(@Nullable String value) {
            return values.contains(value == null ? "" : value);
        }
    }

    record NotIn(String label, Set<String> values) implements Matcher {
        public NotIn {
            values = Set.copyOf(values);
        }

        @Override
        public boolean matches(@Nullable String value) {
            return !values.contains(value == null ? "" : value);
        }
    }

    record Regex(String label, Pattern pattern) implements Matcher {
        /// @throws IllegalArgumentException when the expression is not valid RE2, or too large
        public static Regex of(String label, String expression) {
            try {
                return new Regex(label, BoundedExpression.compile(expression));
            } catch (com.google.re2j.PatternSyntaxException problem) {
                throw new IllegalArgumentException(
                        "regular expression /%s/ for label %s: %s"
                                .formatted(expression, label, problem.getMessage()),
                        problem);
            }
        }

        @Override
        public boolean matches(@Nullable String value) {
            return pattern.matches(value == null ? "" : value);
        }
    }
}

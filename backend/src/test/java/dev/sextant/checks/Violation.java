// SPDX-License-Identifier: Apache-2.0
package dev.sextant.checks;

/// One place that breaks one rule.
///
/// @param rule the rule's short name, as exceptions and planted violations call it
/// @param file the source file, from the repository's root
/// @param line the first line of what is wrong, from 1
/// @param text what is wrong and what is allowed
public record Violation(String rule, String file, long line, String text) {
    @Override
    public String toString() {
        return "%s:%d: %s (%s)".formatted(file, line, text, rule);
    }
}

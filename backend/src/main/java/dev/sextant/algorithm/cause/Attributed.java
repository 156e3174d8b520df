// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A label whose values explain why a sum moved.
///
/// @param dimension name of the label
/// @param parts the values that explain it, the most surprising first
/// @param power share of the sum's movement that they explain together
/// @param surprise how much their shares of the sum changed (sum of their terms of the Jensen-Shannon divergence, in nats)
public record Attributed(String dimension, List<Part> parts, double power, double surprise) {
    /// One value of the label.
    ///
    /// @param slice its expected and actual value
    /// @param power its share of the sum's movement; negative where it moved against the sum
    /// @param surprise its term of the divergence
    public record Part(Slice slice, double power, double surprise) {}

    public Attributed {
        parts = List.copyOf(parts);
    }

    /// The attribution in a sentence, as scripts and pages show it.
    public String explanation() {
        var names =
                parts.stream()
                        .map(part ->
                                String.format(
                                        Locale.ROOT,
                                        "%s (%.4g instead of %.4g)",
                                        part.slice.element(),
                                        part.slice.actual(),
                                        part.slice.expected()))
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT, "%.0f %% of it lies in %s: %s", 100 * power, dimension, names);
    }
}

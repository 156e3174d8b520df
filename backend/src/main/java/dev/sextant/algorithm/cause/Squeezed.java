// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A combination of label values in which a movement lies.
///
/// @param labels the combination; empty for all that there is
/// @param leaves how many of the finest parts it has
/// @param expected sum of its leaves before
/// @param actual sum of its leaves now
/// @param potential how much better the leaves are explained if all of it moved alike and nothing else did: 1 for wholly, the
///   generalised potential score of all combinations that were found together
public record Squeezed(
        Map<String, String> labels, int leaves, double expected, double actual, double potential) {
    static final Comparator<Squeezed> LARGEST_FIRST =
            Comparator.comparingDouble((Squeezed found) -> -Math.abs(found.moved()))
                    .thenComparing(Squeezed::name);

    public Squeezed {
        labels = Map.copyOf(labels);
    }

    double moved() {
        return actual - expected;
    }

    private String name() {
        return new TreeMap<>(labels).toString();
    }

    static String title(List<Squeezed> found) {
        return found.stream().map(Squeezed::name).sorted().toList().toString();
    }

    /// The finding in a sentence, as scripts and pages show it.
    public String explanation() {
        var names = name();
        return String.format(
                Locale.ROOT,
                "all of %s moved alike: %.4g instead of %.4g in %d parts; that explains %.0f %% of what is odd",
                labels.isEmpty() ? "it" : names.substring(1, names.length() - 1),
                actual,
                expected,
                leaves,
                100 * potential);
    }
}

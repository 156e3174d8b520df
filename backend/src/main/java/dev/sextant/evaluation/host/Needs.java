// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.host;

import java.util.List;
import java.util.Set;

/// The capabilities that a rule's header declares. {@code metrics:read:svc.*} grants all metrics that begin with
/// {@code svc.}; without a star it grants one metric; {@code metrics:read:*} grants all.
public final class Needs {
    private static final String READ_METRICS = "metrics:read:";

    private final Set<String> named;
    private final List<String> readable;

    public Needs(List<String> needs) {
        this.named = Set.copyOf(needs);
        this.readable =
                needs.stream()
                        .filter(need -> need.startsWith(READ_METRICS))
                        .map(need -> need.substring(READ_METRICS.length()))
                        .toList();
    }

    /// Whether a need stands there word for word, such as `entities:read`.
    boolean name(String need) {
        return named.contains(need);
    }

    public boolean mayRead(String metric) {
        return readable.stream().anyMatch(pattern -> matches(pattern, metric));
    }

    private static boolean matches(String pattern, String metric) {
        return pattern.endsWith("*")
                ? metric.startsWith(pattern.substring(0, pattern.length() - 1))
                : metric.equals(pattern);
    }
}

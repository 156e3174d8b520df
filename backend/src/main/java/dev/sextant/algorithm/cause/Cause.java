// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import java.util.List;
import java.util.Locale;

/// A node with the share of the blame that stays with it.
///
/// @param node its name in the graph
/// @param score share of the blame, 0 to 1; all nodes together have 1
/// @param evidence what it rests on
/// @param path the calls along which blame first came, the symptom first, the node last; empty where none came
/// @param isChanged whether something was changed on it shortly before
public record Cause(
        String node, double score, Evidence evidence, List<String> path, boolean isChanged) {
    public Cause {
        path = List.copyOf(path);
    }

    /// The rank in a sentence, as scripts and pages show it.
    public String explanation() {
        var when =
                evidence.onset() < 0
                        ? "no clear departure of its own"
                        : "departs %d points after the beginning".formatted(evidence.onset());
        return String.format(
                Locale.ROOT,
                "%s keeps %.0f %% of the blame: %.1f deviations off, %s, as the symptom by %.2f,"
                        + " excess %.2f of the symptom's%s%s",
                node,
                100 * score,
                evidence.anomaly(),
                when,
                evidence.similarity(),
                evidence.share(),
                path.isEmpty() ? "" : "; reached by " + String.join(" > ", path),
                isChanged ? "; changed shortly before" : "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.alert.Finding;
import java.util.List;

/// A finding as the script gave it.
///
/// @param charts places of its evidence in [Verdicts#charts]
public record Verdict(Finding finding, List<Integer> charts) {
    public Verdict {
        charts = List.copyOf(charts);
    }

    /// As scripts and REST write it.
    public String kind() {
        return switch (finding) {
            case Finding.Fire _ -> "fire";
            case Finding.Clear _ -> "clear";
            case Finding.Suppressed _ -> "suppressed";
            case Finding.Unknown _ -> "unknown";
        };
    }
}

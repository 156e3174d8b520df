// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.alert.Judgement;
import dev.sextant.dashboard.Chart;
import java.util.List;

/// All that one run of a script said.
///
/// @param judged whether it judged every subject that it saw, so that those it does not name are missing, not well
public record Verdicts(List<Verdict> all, boolean judged, List<Chart> charts) {
    public Verdicts {
        all = List.copyOf(all);
        charts = List.copyOf(charts);
    }

    static Verdicts none() {
        return new Verdicts(List.of(), false, List.of());
    }

    Judgement judgement() {
        return new Judgement(all.stream().map(Verdict::finding).toList(), judged);
    }
}

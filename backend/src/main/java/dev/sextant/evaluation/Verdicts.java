// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation;

import dev.sextant.alert.Alert;
import dev.sextant.alert.Evidence;
import dev.sextant.alert.Finding;
import dev.sextant.alert.Judgement;
import dev.sextant.dashboard.Chart;
import dev.sextant.telemetry.Labels;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// All that one run of a script said.
///
/// @param judged whether it judged every subject that it saw, so that those it does not name are missing, not well
/// @param missing the rows that it could not see, since nothing came of them
public record Verdicts(List<Verdict> all, boolean judged, List<Chart> charts, Set<Labels> missing) {
    public Verdicts {
        all = List.copyOf(all);
        charts = List.copyOf(charts);
        missing = Set.copyOf(missing);
    }

    public Verdicts(List<Verdict> all, boolean judged, List<Chart> charts) {
        this(all, judged, charts, Set.of());
    }

    static Verdicts none() {
        return new Verdicts(List.of(), false, List.of());
    }

    /// With a clear of each of these subjects that nothing was said of.
    Verdicts without(Set<Labels> ended) {
        var unsaid = new LinkedHashSet<>(ended);
        all.forEach(verdict -> unsaid.remove(verdict.finding().labels()));
        var more = new ArrayList<>(all);
        for (var labels : unsaid) {
            more.add(new Verdict(new Finding.Clear(labels, Evidence.none()), List.of()));
        }
        return new Verdicts(more, judged, charts, missing);
    }

    Verdicts withMissing(Set<Labels> rows) {
        return new Verdicts(all, judged, charts, rows);
    }

    /// What it means for these alerts: one about a row that is missing, of which nothing was said, is neither bad nor well.
    Judgement judgement(List<Alert> open) {
        var unsaid = new LinkedHashSet<Labels>();
        open.stream().map(Alert::labels).filter(missing::contains).forEach(unsaid::add);
        all.forEach(verdict -> unsaid.remove(verdict.finding().labels()));
        var findings = new ArrayList<>(judgement().findings());
        unsaid.forEach(labels -> findings.add(new Finding.Unknown(labels, Evidence.none())));
        return new Judgement(findings, judged);
    }

    Judgement judgement() {
        return new Judgement(all.stream().map(Verdict::finding).toList(), judged);
    }
}

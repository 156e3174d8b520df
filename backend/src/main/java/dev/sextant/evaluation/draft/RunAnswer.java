// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.draft;

import dev.sextant.alert.Evidence;
import dev.sextant.alert.Finding;
import dev.sextant.alert.Severity;
import dev.sextant.dashboard.Chart;
import dev.sextant.evaluation.EvaluationCost;
import dev.sextant.evaluation.LogLine;
import dev.sextant.evaluation.Outcome;
import dev.sextant.evaluation.RuleRun;
import dev.sextant.evaluation.RuleRun.RunProblem;
import dev.sextant.evaluation.Verdict;
import dev.sextant.telemetry.Labels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a dry run shows.
///
/// @param outcome completed, failed, limit or lost
/// @param problem null when it completed
public record RunAnswer(
        String outcome,
        List<VerdictView> verdicts,
        List<Chart> charts,
        List<LogLine> log,
        EvaluationCost cost,
        @Nullable RunProblem problem) {

    /// @param kind fire, clear, suppressed or unknown
    /// @param charts places in the answer's charts
    public record VerdictView(
            String kind,
            Map<String, String> labels,
            @Nullable String severity,
            @Nullable Double value,
            @Nullable Double score,
            @Nullable Map<String, String> reason,
            List<Integer> charts) {}

    static RunAnswer of(RuleRun run) {
        return new RunAnswer(
                run.outcome().text(),
                run.verdicts().all().stream().map(RunAnswer::view).toList(),
                run.verdicts().charts(),
                run.log(),
                run.cost(),
                run.problem());
    }

    static RunAnswer failed(RunProblem problem) {
        return new RunAnswer(
                Outcome.FAILED.text(),
                List.of(),
                List.of(),
                List.of(),
                EvaluationCost.none(),
                problem);
    }

    private static VerdictView view(Verdict verdict) {
        return switch (verdict.finding()) {
            case Finding.Fire(var labels, var severity, var evidence) ->
                    view("fire", labels, severity, evidence, verdict.charts());
            case Finding.Clear(var labels, var evidence) ->
                    view("clear", labels, null, evidence, verdict.charts());
            case Finding.Suppressed(var labels, var severity, var evidence) ->
                    view("suppressed", labels, severity, evidence, verdict.charts());
            case Finding.Unknown(var labels, var evidence) ->
                    view("unknown", labels, null, evidence, verdict.charts());
        };
    }

    private static VerdictView view(
            String kind,
            Labels labels,
            @Nullable Severity severity,
            Evidence evidence,
            List<Integer> charts) {
        return new VerdictView(
                kind,
                labels.asMap(),
                severity == null ? null : severity.text(),
                evidence.value(),
                evidence.score(),
                evidence.reason() == null ? null : evidence.reason().byLanguage(),
                charts);
    }
}

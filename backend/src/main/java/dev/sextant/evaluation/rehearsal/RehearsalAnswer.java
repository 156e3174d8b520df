// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import dev.sextant.evaluation.RuleRun.RunProblem;
import dev.sextant.telemetry.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the checks of a test file came to, as REST shows it.
///
/// @param problem what is wrong with the test file itself; null when its checks ran
/// @param slots how many slots were evaluated
public record RehearsalAnswer(
        boolean passed,
        @Nullable RunProblem problem,
        List<CheckResult> checks,
        int slots,
        long durationMillis) {

    static RehearsalAnswer of(List<CheckResult> checks, int slots, Duration used) {
        var passed = checks.stream().allMatch(CheckResult::passed);
        return new RehearsalAnswer(passed, null, checks, slots, used.toMillis());
    }

    static RehearsalAnswer broken(RunProblem problem) {
        return new RehearsalAnswer(false, problem, List.of(), 0, 0);
    }

    /// @param line of the test file
    /// @param problem why it did not come to its end, or the first slot that failed unexpectedly
    /// @param alerts those that fired, at most 100
    /// @param failedSlots slots at which the rule itself failed
    public record CheckResult(
            String name,
            @Nullable Integer line,
            boolean passed,
            @Nullable SlotProblem problem,
            List<Result> expectations,
            List<FiredAlert> alerts,
            int slots,
            int failedSlots) {
        private static final int ALERTS_SHOWN = 100;

        static CheckResult of(Rehearsal rehearsal, Seen seen) {
            var results =
                    rehearsal.expectations().stream()
                            .map(expectation -> Result.of(expectation, seen, rehearsal.span()))
                            .toList();
            var failure = seen.failure();
            var isExpected = Expectation.expectsFailure(rehearsal.expectations());
            var problem =
                    failure == null || isExpected
                            ? null
                            : new SlotProblem(
                                    failure.message(),
                                    failure.line(),
                                    failure.column(),
                                    seen.failedAt());
            var passed = problem == null && results.stream().allMatch(Result::passed);
            return new CheckResult(
                    rehearsal.name(),
                    rehearsal.line(),
                    passed,
                    problem,
                    results,
                    seen.fired(Labels.none()).stream()
                            .limit(ALERTS_SHOWN)
                            .map(FiredAlert::of)
                            .toList(),
                    seen.slots(),
                    seen.failures());
        }

        static CheckResult broken(Rehearsal rehearsal, String message) {
            return new CheckResult(
                    rehearsal.name(),
                    rehearsal.line(),
                    false,
                    new SlotProblem(message, null, null, null),
                    List.of(),
                    List.of(),
                    0,
                    0);
        }
    }

    /// @param line of the rule
    /// @param slot at which the rule failed; null when the check did not run
    public record SlotProblem(
            String message,
            @Nullable Integer line,
            @Nullable Integer column,
            @Nullable Instant slot) {}

    /// @param text the expectation in words
    /// @param line of the test file
    /// @param seen what happened
    public record Result(String text, @Nullable Integer line, boolean passed, String seen) {
        static Result of(Expectation expectation, Seen seen, Span span) {
            var finding = expectation.check(seen, span);
            return new Result(finding.text(), expectation.line(), finding.passed(), finding.seen());
        }
    }

    public record FiredAlert(
            Map<String, String> labels,
            String severity,
            Instant firedAt,
            @Nullable Instant resolvedAt,
            @Nullable Map<String, String> reason) {
        static FiredAlert of(Seen.Fired fired) {
            var alert = fired.last().alert();
            var reason = alert.evidence().reason();
            return new FiredAlert(
                    fired.labels().asMap(),
                    alert.severity().text(),
                    fired.at(),
                    fired.resolvedAt(),
                    reason == null ? null : reason.byLanguage());
        }
    }
}

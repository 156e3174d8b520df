// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers what one evaluation does to a rule's alerts, and decides which steps are recorded and announced.
final class AdvanceSteps {
    private final List<Alert> after = new ArrayList<>();
    private final List<Transition> transitions = new ArrayList<>();

    /// The alert goes on without a step.
    void keep(Alert alert) {
        after.add(alert);
    }

    /// The alert has a new status because of this finding.
    void move(Alert before, AlertStatus status, Finding finding) {
        var notice = notice(before, status, finding);
        var announced = notice == Notice.FIRING ? status.severity() : before.announced();
        var alert = new Alert(before.id(), before.subject(), before.openedAt(), status, announced);
        after.add(alert);
        if (isStep(before, alert) || notice != Notice.NONE) {
            transitions.add(
                    new Transition(
                            alert, status.updatedAt(), before.stage(), finding.evidence(), notice));
        }
    }

    private static Notice notice(Alert before, AlertStatus status, Finding finding) {
        return switch (status.state()) {
            case AlertState.Firing _
                    when finding instanceof Finding.Fire
                            && isNews(before.announced(), status.severity()) ->
                    Notice.FIRING;
            case AlertState.Resolved _ when before.announced() != null -> Notice.RESOLVED;
            case AlertState.Firing _, AlertState.Resolved _ -> Notice.NONE;
            case AlertState.Inactive(), AlertState.Pending(_) -> Notice.NONE;
        };
    }

    // Compared with the worst that was ever told, so that a severity that swings tells once.
    private static boolean isNews(@Nullable Severity announced, Severity severity) {
        return announced == null || severity.isAbove(announced);
    }

    private static boolean isStep(Alert before, Alert after) {
        var severityChanged =
                after.stage() == Stage.FIRING && before.severity() != after.severity();
        return before.stage() != after.stage() || severityChanged;
    }

    Advance advance() {
        return new Advance(after, transitions);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers what one evaluation does to a rule's alerts, and decides which steps are recorded and announced.
final class AdvanceSteps {
    private final List<Alert> after = new ArrayList<>();
    private final List<Transition> transitions = new ArrayList<>();
    private final Duration repeatAfter;

    /// @param repeatAfter how long after receivers were told they are told again; zero: they are not
    AdvanceSteps(Duration repeatAfter) {
        this.repeatAfter = repeatAfter;
    }

    /// The alert goes on without a step.
    void keep(Alert alert) {
        after.add(alert);
    }

    /// The alert has a new status because of this finding.
    void move(Alert before, AlertStatus status, Finding finding) {
        var notice = notice(before, status, finding);
        var announced = notice == Notice.FIRING ? told(before, status) : before.announced();
        var alert = new Alert(before.id(), before.subject(), before.openedAt(), status, announced);
        after.add(alert);
        if (isStep(before, alert) || notice != Notice.NONE) {
            transitions.add(
                    new Transition(
                            alert, status.updatedAt(), before.stage(), finding.evidence(), notice));
        }
    }

    private Notice notice(Alert before, AlertStatus status, Finding finding) {
        return switch (status.state()) {
            case AlertState.Firing _
                    when finding instanceof Finding.Fire && isToTell(before.announced(), status) ->
                    Notice.FIRING;
            case AlertState.Resolved _ when before.announced() != null -> Notice.RESOLVED;
            case AlertState.Firing _, AlertState.Resolved _ -> Notice.NONE;
            case AlertState.Inactive(), AlertState.Pending(_) -> Notice.NONE;
        };
    }

    // Compared with the worst that was ever told, so that a severity that swings tells once.
    private boolean isToTell(@Nullable Announced announced, AlertStatus status) {
        return announced == null
                || status.severity().isAbove(announced.severity())
                || !repeatAfter.isZero()
                        && !status.updatedAt().isBefore(announced.at().plus(repeatAfter));
    }

    private static Announced told(Alert before, AlertStatus status) {
        var announced = before.announced();
        return announced == null || status.severity().isAbove(announced.severity())
                ? new Announced(status.severity(), status.updatedAt())
                : new Announced(announced.severity(), status.updatedAt());
    }

    private static boolean isStep(Alert before, Alert after) {
        var severityChanged =
                after.stage() == Stage.FIRING && before.severity() != after.severity();
        var heldChanged = before.status().swings().held() != after.status().swings().held();
        return before.stage() != after.stage() || severityChanged || heldChanged;
    }

    Advance advance() {
        return new Advance(after, transitions);
    }
}

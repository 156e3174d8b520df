// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import dev.sextant.telemetry.Labels;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One episode of one subject: from the first bad evaluation until it is inactive or resolved. The next time the subject
/// is bad is another alert.
///
/// @param id unique over all tenants and sorted by [#openedAt]
/// @param openedAt since when it is bad
/// @param announced what receivers were told; null while they were told nothing
public record Alert(
        String id,
        AlertSubject subject,
        Instant openedAt,
        AlertStatus status,
        @Nullable Announced announced) {

    public String ruleId() {
        return subject.ruleId();
    }

    public Labels labels() {
        return subject.labels();
    }

    public AlertState state() {
        return status.state();
    }

    public Stage stage() {
        return status.state().stage();
    }

    public Severity severity() {
        return status.severity();
    }

    public Evidence evidence() {
        return status.evidence();
    }

    public boolean isOpen() {
        return stage().isOpen();
    }

    /// Since when it fires or fired; null when it never did.
    public @Nullable Instant firedAt() {
        return switch (status.state()) {
            case AlertState.Inactive(), AlertState.Pending(_) -> null;
            case AlertState.Firing(var since, _) -> since;
            case AlertState.Resolved(var since, _) -> since;
        };
    }

    public @Nullable Instant resolvedAt() {
        return status.state() instanceof AlertState.Resolved(_, var at) ? at : null;
    }
}

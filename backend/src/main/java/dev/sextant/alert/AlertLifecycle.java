// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import dev.sextant.alert.AlertState.Firing;
import dev.sextant.alert.AlertState.Inactive;
import dev.sextant.alert.AlertState.Pending;
import dev.sextant.alert.AlertState.Resolved;
import dev.sextant.telemetry.Labels;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Decides how the alerts of one rule go on after an evaluation. Pure: the same alerts, judgement and time give the same
/// answer, live, in a back-test and in a replay.
///
/// What is decided for one subject is [#advance]; everything else here is book-keeping around it:
///
/// - A subject without a finding is well, unless the script judged every subject: then it has no data.
/// - No data, "unknown" and a failed evaluation leave the state as it was and only show in the [Condition].
/// - Suppression keeps back the message and the opening, never the judging and never the end. When it ends while the alert
///   still fires, receivers are told then; they hear of an end only when they had heard of the alert.
/// - An evaluation that is not later than the last one that counted changes nothing.
public final class AlertLifecycle {
    private final AlertSource source;
    private final AlertPolicy policy;

    public AlertLifecycle(AlertSource source, AlertPolicy policy) {
        this.source = source;
        this.policy = policy;
    }

    /// The state of one subject after a finding.
    public AlertState advance(AlertState state, Finding finding, Instant now) {
        return switch (finding) {
            case Finding.Fire _ -> onBad(state, now);
            case Finding.Suppressed _ -> state.stage().isOpen() ? onBad(state, now) : state;
            case Finding.Clear(_, var evidence) when isAboveClearBorder(state, evidence) ->
                    onBad(state, now);
            case Finding.Clear _ -> onWell(state, now);
            case Finding.Unknown _ -> state;
        };
    }

    private AlertState onBad(AlertState state, Instant now) {
        return switch (state) {
            case Inactive(), Resolved(_, _) when policy.holdFor().isZero() -> new Firing(now, now);
            case Inactive(), Resolved(_, _) -> new Pending(now);
            case Pending(var since) when within(policy.holdFor(), since, now) -> state;
            case Pending(_) -> new Firing(now, now);
            case Firing(var since, _) -> new Firing(since, now);
        };
    }

    private AlertState onWell(AlertState state, Instant now) {
        return switch (state) {
            case Firing(_, var lastSeen) when within(policy.keepFor(), lastSeen, now) -> state;
            case Firing(var since, _) -> new Resolved(since, now);
            case Pending(_) -> new Inactive();
            case Inactive(), Resolved(_, _) -> state;
        };
    }

    private boolean isAboveClearBorder(AlertState state, Evidence evidence) {
        var border = policy.clearBelow();
        var level = evidence.level();
        return state instanceof Firing && border != null && level != null && level >= border;
    }

    private static boolean within(Duration span, Instant start, Instant now) {
        return Duration.between(start, now).compareTo(span) < 0;
    }

    /// The rule's alerts after a completed evaluation.
    ///
    /// @param before the alerts that were under way; ended ones among them are left out
    public Advance advanceAll(List<Alert> before, Judgement judgement, Instant now) {
        var findings = worstByLabels(judgement.findings());
        var steps = new AdvanceSteps();
        for (var alert : before) {
            var finding = findings.remove(alert.labels());
            if (alert.isOpen()) {
                apply(alert, finding != null ? finding : unnamed(alert, judgement), now, steps);
            }
        }
        for (var finding : findings.values()) {
            if (finding instanceof Finding.Fire fire) {
                apply(blank(fire, now), fire, now, steps);
            }
        }
        return steps.advance();
    }

    /// The rule's alerts after an evaluation that failed or passed a limit: their states as they were.
    public Advance onFailure(List<Alert> before, Instant now) {
        var steps = new AdvanceSteps();
        for (var alert : before) {
            if (alert.isOpen()) {
                steps.keep(isLate(alert, now) ? alert : failing(alert, now));
            }
        }
        return steps.advance();
    }

    /// The end of the rule's alerts because the rule is deleted or switched off: nobody looks any more, so nothing may go on
    /// firing for ever.
    public Advance onRetired(List<Alert> before, Instant now) {
        var steps = new AdvanceSteps();
        for (var alert : before) {
            if (alert.isOpen()) {
                steps.move(
                        alert,
                        ended(alert, isLate(alert, now) ? justAfter(alert) : now),
                        new Finding.Clear(alert.labels(), Evidence.none()));
            }
        }
        return steps.advance();
    }

    private static AlertStatus ended(Alert alert, Instant at) {
        var state =
                switch (alert.state()) {
                    case Firing(var since, _) -> new Resolved(since, at);
                    case Pending(_), Inactive(), Resolved(_, _) -> new Inactive();
                };
        return new AlertStatus(state, new Condition.Ok(), alert.severity(), alert.evidence(), at);
    }

    // An end by hand may come in the instant of an evaluation, and a time line only goes forwards.
    private static Instant justAfter(Alert alert) {
        return alert.status().updatedAt().plus(1, ChronoUnit.MICROS);
    }

    private void apply(Alert alert, Finding finding, Instant now, AdvanceSteps steps) {
        if (isLate(alert, now)) {
            steps.keep(alert);
            return;
        }
        var state = advance(alert.state(), finding, now);
        var status =
                switch (finding) {
                    case Finding.Fire(_, var severity, var evidence) ->
                            new AlertStatus(state, new Condition.Ok(), severity, evidence, now);
                    case Finding.Suppressed(_, var severity, var evidence) ->
                            new AlertStatus(state, new Condition.Ok(), severity, evidence, now);
                    case Finding.Clear(_, var evidence) ->
                            new AlertStatus(
                                    state,
                                    new Condition.Ok(),
                                    alert.severity(),
                                    isAboveClearBorder(state, evidence)
                                            ? evidence
                                            : alert.evidence(),
                                    now);
                    case Finding.Unknown _ ->
                            new AlertStatus(
                                    state,
                                    unseen(alert.status().condition(), now),
                                    alert.severity(),
                                    alert.evidence(),
                                    now);
                };
        steps.move(alert, status, finding);
    }

    private static boolean isLate(Alert alert, Instant now) {
        return !now.isAfter(alert.status().updatedAt());
    }

    private static Finding unnamed(Alert alert, Judgement judgement) {
        return judgement.judged()
                ? new Finding.Unknown(alert.labels(), Evidence.none())
                : new Finding.Clear(alert.labels(), Evidence.none());
    }

    private Alert blank(Finding.Fire fire, Instant now) {
        return new Alert(
                AlertIds.of(source, fire.labels(), now),
                new AlertSubject(source.ruleId(), source.title(), fire.labels()),
                now,
                new AlertStatus(
                        new Inactive(),
                        new Condition.Ok(),
                        fire.severity(),
                        fire.evidence(),
                        Instant.MIN),
                null);
    }

    private static Condition unseen(Condition before, Instant now) {
        return switch (before) {
            case Condition.NoData _ -> before;
            case Condition.Ok(), Condition.Error(_) -> new Condition.NoData(now);
        };
    }

    private static Alert failing(Alert alert, Instant now) {
        var before = alert.status();
        var condition =
                switch (before.condition()) {
                    case Condition.Error error -> error;
                    case Condition.Ok(), Condition.NoData(_) -> new Condition.Error(now);
                };
        var status =
                new AlertStatus(
                        before.state(), condition, before.severity(), before.evidence(), now);
        return new Alert(alert.id(), alert.subject(), alert.openedAt(), status, alert.announced());
    }

    private static Map<Labels, Finding> worstByLabels(List<Finding> findings) {
        var worst = new LinkedHashMap<Labels, Finding>();
        for (var finding : findings) {
            worst.merge(
                    finding.labels(),
                    finding,
                    (known, other) -> rank(other) > rank(known) ? other : known);
        }
        return worst;
    }

    // "Can't tell" outranks "is well": a rule that could not look must not say that all is well.
    private static int rank(Finding finding) {
        return switch (finding) {
            case Finding.Clear _ -> 0;
            case Finding.Unknown _ -> 1;
            case Finding.Suppressed(_, var severity, _) -> 2 + severity.ordinal();
            case Finding.Fire(_, var severity, _) ->
                    2 + Severity.values().length + severity.ordinal();
        };
    }
}

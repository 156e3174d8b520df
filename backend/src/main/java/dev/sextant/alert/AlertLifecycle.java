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
import java.util.HashMap;
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
/// - An alert that comes and goes more often than [Flapping] allows is held as firing until it is calmer. How often that was
///   goes on from one alert of a subject to the next.
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
            case Finding.Unknown _ -> state;
            case Finding.Suppressed _ when !state.stage().isOpen() -> state;
            case Finding.Fire _, Finding.Suppressed _, Finding.Clear _ ->
                    isBad(state, finding) ? onBad(state, now) : onWell(state, now);
        };
    }

    private boolean isBad(AlertState state, Finding finding) {
        return switch (finding) {
            case Finding.Fire _, Finding.Suppressed _ -> true;
            case Finding.Clear(_, var evidence) -> isAboveClearBorder(state, evidence);
            case Finding.Unknown _ -> false;
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
    /// @param before what [Alerts#listBefore] says; of those that ended only counts how often they came and went
    public Advance advanceAll(List<Alert> before, Judgement judgement, Instant now) {
        var findings = worstByLabels(judgement.findings());
        var ended = new HashMap<Labels, Swings>();
        var steps = new AdvanceSteps(policy.repeatAfter());
        for (var alert : before) {
            if (alert.isOpen()) {
                var finding = findings.remove(alert.labels());
                apply(alert, finding != null ? finding : unnamed(alert, judgement), now, steps);
            } else {
                ended.put(alert.labels(), alert.status().swings());
            }
        }
        for (var finding : findings.values()) {
            if (finding instanceof Finding.Fire fire) {
                var swings = ended.getOrDefault(fire.labels(), Swings.none());
                apply(blank(fire, swings, now), fire, now, steps);
            }
        }
        return steps.advance();
    }

    /// The rule's alerts after an evaluation that failed or passed a limit: their states as they were.
    public Advance onFailure(List<Alert> before, Instant now) {
        var steps = new AdvanceSteps(policy.repeatAfter());
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
        var steps = new AdvanceSteps(policy.repeatAfter());
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
        return new AlertStatus(
                state,
                new Condition.Ok(),
                alert.severity(),
                alert.evidence(),
                alert.status().swings(),
                at);
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
        var next = advance(alert.state(), finding, now);
        var swings = swings(alert, next, finding, now);
        var isHeld = swings.held() && alert.state() instanceof Firing && next instanceof Resolved;
        var state = isHeld ? alert.state() : next;
        var severity = alert.severity();
        var evidence = alert.evidence();
        Condition condition = new Condition.Ok();
        switch (finding) {
            case Finding.Fire(_, var seen, var why) -> {
                severity = seen;
                evidence = why;
            }
            case Finding.Suppressed(_, var seen, var why) -> {
                severity = seen;
                evidence = why;
            }
            case Finding.Clear(_, var why) ->
                    evidence = isAboveClearBorder(state, why) ? why : evidence;
            case Finding.Unknown _ -> condition = unseen(alert.status().condition(), now);
        }
        steps.move(
                alert, new AlertStatus(state, condition, severity, evidence, swings, now), finding);
    }

    private Swings swings(Alert alert, AlertState next, Finding finding, Instant now) {
        var flapping = policy.flapping();
        if (flapping == null) {
            return Swings.none();
        }
        var swings = alert.status().swings();
        return finding instanceof Finding.Unknown
                ? swings
                : swings.after(
                        next instanceof Firing && isBad(alert.state(), finding), flapping, now);
    }

    private static boolean isLate(Alert alert, Instant now) {
        return !now.isAfter(alert.status().updatedAt());
    }

    private static Finding unnamed(Alert alert, Judgement judgement) {
        return judgement.judged()
                ? new Finding.Unknown(alert.labels(), Evidence.none())
                : new Finding.Clear(alert.labels(), Evidence.none());
    }

    private Alert blank(Finding.Fire fire, Swings swings, Instant now) {
        return new Alert(
                AlertIds.of(source, fire.labels(), now),
                new AlertSubject(source.ruleId(), source.title(), fire.labels()),
                now,
                new AlertStatus(
                        new Inactive(),
                        new Condition.Ok(),
                        fire.severity(),
                        fire.evidence(),
                        swings,
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
                        before.state(),
                        condition,
                        before.severity(),
                        before.evidence(),
                        before.swings(),
                        now);
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

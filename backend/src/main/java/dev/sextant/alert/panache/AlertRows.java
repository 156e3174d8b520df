// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert.panache;

import dev.sextant.alert.Alert;
import dev.sextant.alert.AlertState;
import dev.sextant.alert.AlertStatus;
import dev.sextant.alert.AlertSubject;
import dev.sextant.alert.Announced;
import dev.sextant.alert.Condition;
import dev.sextant.alert.Evidence;
import dev.sextant.alert.Swings;
import dev.sextant.alert.TimelineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Translates between alerts and their rows.
@ApplicationScoped
class AlertRows {
    private final AlertJson json;

    AlertRows(AlertJson json) {
        this.json = json;
    }

    void fill(AlertEntity row, Alert alert) {
        row.id = alert.id();
        row.ruleId = alert.ruleId();
        row.ruleTitle = json.write(alert.subject().ruleTitle());
        row.labels = json.write(alert.labels());
        row.openedAt = stored(alert.openedAt());
        row.severity = alert.severity();
        fillAnnounced(row, alert.announced());
        fillSwings(row, alert.status().swings());
        row.measured = alert.evidence().value();
        row.score = alert.evidence().score();
        row.reason = json.writeOptional(alert.evidence().reason());
        row.charts = alert.evidence().charts();
        row.updatedAt = stored(alert.status().updatedAt());
        fillState(row, alert.state());
        fillCondition(row, alert.status().condition());
    }

    private static void fillAnnounced(AlertEntity row, @Nullable Announced announced) {
        row.announced = announced == null ? null : announced.severity();
        row.announcedAt = announced == null ? null : stored(announced.at());
    }

    private static void fillSwings(AlertEntity row, Swings swings) {
        row.swingBad = swings.bad();
        row.swingHeld = swings.held();
        row.swingTimes =
                swings.at().isEmpty()
                        ? null
                        : swings.at().stream()
                                .map(swing -> Long.toString(swing.toEpochMilli()))
                                .collect(Collectors.joining(","));
    }

    private static void fillState(AlertEntity row, AlertState state) {
        row.stage = state.stage();
        row.stateSince = null;
        row.lastSeenAt = null;
        row.resolvedAt = null;
        switch (state) {
            case AlertState.Inactive() -> {}
            case AlertState.Pending(var since) -> row.stateSince = stored(since);
            case AlertState.Firing(var since, var lastSeen) -> {
                row.stateSince = stored(since);
                row.lastSeenAt = stored(lastSeen);
            }
            case AlertState.Resolved(var since, var at) -> {
                row.stateSince = stored(since);
                row.resolvedAt = stored(at);
            }
        }
    }

    private static void fillCondition(AlertEntity row, Condition condition) {
        row.conditionKind = condition.text();
        row.conditionSince =
                switch (condition) {
                    case Condition.Ok() -> null;
                    case Condition.NoData(var since) -> stored(since);
                    case Condition.Error(var since) -> stored(since);
                };
    }

    Alert alert(AlertEntity row) {
        var evidence =
                new Evidence(row.measured, row.score, json.optionalText(row.reason), row.charts);
        return new Alert(
                row.id,
                new AlertSubject(row.ruleId, json.text(row.ruleTitle), json.labels(row.labels)),
                row.openedAt,
                new AlertStatus(
                        state(row),
                        condition(row),
                        row.severity,
                        evidence,
                        swings(row),
                        row.updatedAt),
                announced(row));
    }

    private static @Nullable Announced announced(AlertEntity row) {
        var severity = row.announced;
        var at = row.announcedAt;
        return severity == null ? null : new Announced(severity, at == null ? row.updatedAt : at);
    }

    private static Swings swings(AlertEntity row) {
        var times = row.swingTimes;
        var at =
                times == null
                        ? List.<Instant>of()
                        : Arrays.stream(times.split(",", -1))
                                .map(swing -> Instant.ofEpochMilli(Long.parseLong(swing)))
                                .toList();
        return new Swings(row.swingBad, at, row.swingHeld);
    }

    private static AlertState state(AlertEntity row) {
        return switch (row.stage) {
            case INACTIVE -> new AlertState.Inactive();
            case PENDING -> new AlertState.Pending(time(row.stateSince));
            case FIRING -> new AlertState.Firing(time(row.stateSince), time(row.lastSeenAt));
            case RESOLVED -> new AlertState.Resolved(time(row.stateSince), time(row.resolvedAt));
        };
    }

    private static Condition condition(AlertEntity row) {
        return switch (row.conditionKind) {
            case "noData" -> new Condition.NoData(time(row.conditionSince));
            case "error" -> new Condition.Error(time(row.conditionSince));
            default -> new Condition.Ok();
        };
    }

    AlertTransitionEntity entry(String alertId, TimelineEntry entry) {
        var row = new AlertTransitionEntity();
        row.alertId = alertId;
        row.happenedAt = stored(entry.at());
        row.fromStage = entry.from();
        row.toStage = entry.to();
        row.severity = entry.symptom().severity();
        row.measured = entry.symptom().value();
        row.reason = json.writeOptional(entry.symptom().reason());
        return row;
    }

    TimelineEntry entry(AlertTransitionEntity row) {
        return new TimelineEntry(
                row.happenedAt,
                row.fromStage,
                row.toStage,
                new TimelineEntry.Symptom(
                        row.severity, row.measured, json.optionalText(row.reason)));
    }

    private static Instant time(@Nullable Instant column) {
        return Objects.requireNonNull(column, "a stored alert lacks a time of its state");
    }

    // What the column can hold; rounding up could make an evaluation look late.
    private static Instant stored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}

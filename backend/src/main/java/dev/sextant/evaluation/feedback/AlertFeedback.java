// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.feedback;

import dev.sextant.alert.Alert;
import dev.sextant.alert.Alerts;
import dev.sextant.alert.Episode;
import dev.sextant.evaluation.EvaluationLog;
import dev.sextant.evaluation.LedgerEntry;
import dev.sextant.laboratory.LabelledIncident;
import dev.sextant.laboratory.LabelledIncident.Made;
import dev.sextant.laboratory.LabelledIncident.Stretch;
import dev.sextant.laboratory.LabelledIncidents;
import dev.sextant.laboratory.LaboratoryConfig;
import dev.sextant.rule.RuleId;
import dev.sextant.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Turns what somebody says of an alert into labels: one for each metric that its rule read, on the series with the alert's
/// labels, from when it was bad until it was well again.
@ApplicationScoped
public class AlertFeedback {
    private static final int MOST_METRICS = 5;
    private static final int LOOKED = 20;

    private final Alerts alerts;
    private final EvaluationLog log;
    private final LabelledIncidents incidents;
    private final LaboratoryConfig config;

    AlertFeedback(
            Alerts alerts,
            EvaluationLog log,
            LabelledIncidents incidents,
            LaboratoryConfig config) {
        this.alerts = alerts;
        this.log = log;
        this.incidents = incidents;
        this.config = config;
    }

    /// @param isUseful whether it was right to tell of it; else it was noise
    public record Opinion(boolean isUseful, String note, String by, Instant at) {}

    /// How it went.
    public sealed interface Ending {
        record Kept(List<LabelledIncident> labels) implements Ending {
            public Kept {
                labels = List.copyOf(labels);
            }
        }

        record UnknownAlert() implements Ending {}

        /// The ledger holds no evaluation of the rule that read a metric.
        record UnknownMetrics(String rule) implements Ending {}

        /// @param allowed labels that the tenant may have
        record Full(int allowed) implements Ending {}
    }

    /// What came of the last opinion on an alert; empty when there is no such alert.
    public Optional<List<LabelledIncident>> find(TenantId tenant, String alert) {
        return alerts.find(tenant, alert).map(_ -> incidents.listOfAlert(tenant, alert));
    }

    /// Keeps an opinion in the place of the one before.
    public Ending keep(TenantId tenant, String id, Opinion opinion) {
        var alert = alerts.find(tenant, id).map(Episode::alert);
        if (alert.isEmpty()) {
            return new Ending.UnknownAlert();
        }
        var metrics = metrics(tenant, alert.get());
        if (metrics.isEmpty()) {
            return new Ending.UnknownMetrics(alert.get().ruleId());
        }
        if (incidents.count(tenant) + metrics.size() > config.incidents()) {
            return new Ending.Full(config.incidents());
        }
        var stretch = stretch(alert.get(), opinion.at());
        var made = new Made(opinion.at(), opinion.by(), opinion.note(), id);
        var labels =
                metrics.stream()
                        .limit(MOST_METRICS)
                        .map(metric ->
                                new LabelledIncident(
                                        UUID.randomUUID().toString(),
                                        metric,
                                        alert.get().labels(),
                                        stretch,
                                        opinion.isUseful(),
                                        made))
                        .toList();
        incidents.replace(tenant, id, labels);
        return new Ending.Kept(labels);
    }

    /// Takes an opinion back, if there is one.
    ///
    /// @return whether there is such an alert
    public boolean delete(TenantId tenant, String alert) {
        if (alerts.find(tenant, alert).isEmpty()) {
            return false;
        }
        incidents.replace(tenant, alert, List.of());
        return true;
    }

    /// What the rule read when it last saw the alert. The ledger forgets: then what it read lately is the best that is known.
    private List<String> metrics(TenantId tenant, Alert alert) {
        var rule = new RuleId(alert.ruleId());
        var after = alert.status().updatedAt().plusMillis(1);
        var then = read(log.list(tenant, rule, after, LOOKED));
        return then.isEmpty() ? read(log.list(tenant, rule, null, LOOKED)) : then;
    }

    private static List<String> read(List<LedgerEntry> entries) {
        return entries.stream()
                .map(AlertFeedback::metrics)
                .filter(metrics -> !metrics.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> metrics(LedgerEntry entry) {
        var read = entry.detail().cost().metrics();
        return read == null ? List.of() : read;
    }

    /// An alert that still fires is labelled until now; of one that lasted for very long, the end.
    private static Stretch stretch(Alert alert, Instant now) {
        var resolved = alert.resolvedAt();
        var ended = resolved == null ? lastKnown(alert, now) : resolved;
        var to = latest(ended, alert.openedAt());
        return new Stretch(latest(alert.openedAt(), to.minus(LabelledIncident.LONGEST)), to);
    }

    private static Instant lastKnown(Alert alert, Instant now) {
        return alert.isOpen() ? now : alert.status().updatedAt();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory.panache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.laboratory.LabelledIncident;
import dev.sextant.laboratory.LabelledIncident.Made;
import dev.sextant.laboratory.LabelledIncident.Stretch;
import dev.sextant.laboratory.LabelledIncidents;
import dev.sextant.telemetry.Labels;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Labelled incidents in the relational database.
@ApplicationScoped
public class PanacheLabelledIncidents implements LabelledIncidents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LabelledIncidentRows rows;
    private final TenantTransactions transactions;

    PanacheLabelledIncidents(LabelledIncidentRows rows, TenantTransactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public List<LabelledIncident> list(TenantId tenant, String metric, Instant from, Instant to) {
        return transactions.call(
                tenant,
                () ->
                        rows.stream(
                                        "endedAt >= ?1 and beganAt <= ?2 order by beganAt, pk",
                                        from,
                                        to)
                                .filter(row -> metric.isEmpty() || row.metric.equals(metric))
                                .map(PanacheLabelledIncidents::incident)
                                .toList());
    }

    @Override
    public long count(TenantId tenant) {
        return transactions.call(tenant, () -> rows.count());
    }

    @Override
    public void put(TenantId tenant, LabelledIncident incident) {
        transactions.call(
                tenant,
                () -> {
                    rows.persist(row(incident));
                    return true;
                });
    }

    @Override
    public List<LabelledIncident> listOfAlert(TenantId tenant, String alert) {
        return transactions.call(
                tenant,
                () ->
                        rows.stream("alert = ?1 order by metric, pk", alert)
                                .map(PanacheLabelledIncidents::incident)
                                .toList());
    }

    @Override
    public void replace(TenantId tenant, String alert, List<LabelledIncident> incidents) {
        transactions.call(
                tenant,
                () -> {
                    rows.delete("alert", alert);
                    incidents.forEach(incident -> rows.persist(row(incident)));
                    return true;
                });
    }

    @Override
    public boolean delete(TenantId tenant, String id) {
        return transactions.call(tenant, () -> rows.delete("pk", id) > 0);
    }

    private static LabelledIncidentEntity row(LabelledIncident incident) {
        var row = new LabelledIncidentEntity();
        row.pk = incident.id();
        row.metric = incident.metric();
        row.labels = text(incident.labels());
        row.beganAt = incident.stretch().from();
        row.endedAt = incident.stretch().to();
        row.useful = incident.isUseful();
        row.note = incident.made().note();
        row.madeAt = incident.made().at();
        row.madeBy = incident.made().by();
        row.alert = incident.made().alert();
        return row;
    }

    private static LabelledIncident incident(LabelledIncidentEntity row) {
        return new LabelledIncident(
                row.pk,
                row.metric,
                labels(row.labels),
                new Stretch(row.beganAt, row.endedAt),
                row.useful,
                new Made(row.madeAt, row.madeBy, row.note, row.alert));
    }

    private static String text(Labels labels) {
        var node = JSON.createObjectNode();
        labels.asMap().forEach(node::put);
        return node.toString();
    }

    private static Labels labels(String text) {
        try {
            return Labels.of(JSON.readValue(text, new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException problem) {
            throw new IllegalStateException("kept labels are no JSON", problem);
        }
    }
}

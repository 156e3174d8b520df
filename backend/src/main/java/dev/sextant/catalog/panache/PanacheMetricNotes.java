// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.panache;

import dev.sextant.catalog.MetricNote;
import dev.sextant.catalog.MetricNotes;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// [MetricNotes] in the relational database.
@ApplicationScoped
class PanacheMetricNotes implements MetricNotes, PanacheRepositoryBase<NoteEntity, String> {
    private final TenantTransactions transactions;

    PanacheMetricNotes(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<String, MetricNote> list(TenantId tenant) {
        return transactions.call(
                tenant,
                () ->
                        listAll().stream()
                                .collect(
                                        Collectors.toMap(
                                                row -> row.metric, PanacheMetricNotes::note)));
    }

    @Override
    public void put(TenantId tenant, String metric, MetricNote note, Said said) {
        transactions.run(
                tenant,
                () -> {
                    if (note.equals(MetricNote.NOTHING)) {
                        delete("metric", metric);
                    } else {
                        put(metric, note, said);
                    }
                });
    }

    private void put(String metric, MetricNote note, Said said) {
        var row = find("metric", metric).firstResultOptional().orElseGet(() -> row(metric));
        row.owners = String.join("\n", note.owners());
        row.tags = String.join("\n", note.tags());
        row.updatedAt = said.at();
        row.updatedBy = said.by();
        persist(row);
    }

    private static NoteEntity row(String metric) {
        var row = new NoteEntity();
        row.pk = UUID.randomUUID().toString();
        row.metric = metric;
        return row;
    }

    private static MetricNote note(NoteEntity row) {
        return new MetricNote(words(row.owners), words(row.tags));
    }

    private static List<String> words(String lines) {
        return lines.lines().toList();
    }
}

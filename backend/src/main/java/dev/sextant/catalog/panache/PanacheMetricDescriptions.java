// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.panache;

import dev.sextant.catalog.MetricDescriptions;
import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.telemetry.MetricMetadata.Type;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/// [MetricDescriptions] in the relational database.
@ApplicationScoped
class PanacheMetricDescriptions
        implements MetricDescriptions, PanacheRepositoryBase<MetricEntity, String> {
    private final TenantTransactions transactions;

    PanacheMetricDescriptions(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Description> list(TenantId tenant) {
        return transactions.call(
                tenant,
                () -> listAll().stream().map(PanacheMetricDescriptions::description).toList());
    }

    @Override
    public void put(TenantId tenant, Collection<Description> descriptions) {
        transactions.run(tenant, () -> put(descriptions));
    }

    private void put(Collection<Description> descriptions) {
        var names = descriptions.stream().map(each -> each.metadata().metric()).toList();
        var rows = new HashMap<String, MetricEntity>();
        list("metric in ?1", names).forEach(row -> rows.put(row.metric, row));
        for (var description : descriptions) {
            var metric = description.metadata().metric();
            write(description, rows.computeIfAbsent(metric, this::newRow));
        }
    }

    private MetricEntity newRow(String metric) {
        var row = new MetricEntity();
        row.id = UUID.randomUUID().toString();
        row.metric = metric;
        row.type = Type.UNKNOWN.name();
        row.unit = "";
        row.description = "";
        persist(row);
        return row;
    }

    private static void write(Description description, MetricEntity row) {
        var metadata = description.metadata();
        row.type = metadata.type().name();
        row.unit = metadata.unit();
        row.description = metadata.description();
        row.lastSeen = description.lastSeen();
    }

    private static Description description(MetricEntity row) {
        return new Description(
                new MetricMetadata(row.metric, Type.valueOf(row.type), row.unit, row.description),
                row.lastSeen);
    }
}

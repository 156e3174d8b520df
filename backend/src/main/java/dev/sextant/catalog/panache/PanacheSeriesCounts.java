// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.panache;

import dev.sextant.catalog.quality.SeriesCounts;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// [SeriesCounts] in the relational database.
@ApplicationScoped
class PanacheSeriesCounts implements SeriesCounts, PanacheRepositoryBase<CountEntity, String> {
    private static final String NEWEST =
            "from CountEntity one where not exists (select 1 from CountEntity other where other.metric = one.metric and other.at > one.at)";

    private final TenantTransactions transactions;

    PanacheSeriesCounts(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(TenantId tenant, Map<String, Long> counts, Instant at) {
        transactions.run(
                tenant, () -> counts.forEach((metric, series) -> persist(row(metric, series, at))));
    }

    private static CountEntity row(String metric, long series, Instant at) {
        var row = new CountEntity();
        row.pk = UUID.randomUUID().toString();
        row.metric = metric;
        row.series = series;
        row.at = at;
        return row;
    }

    @Override
    public Map<String, Long> latest(TenantId tenant) {
        return transactions.call(
                tenant,
                () -> {
                    var latest = new HashMap<String, Long>();
                    list(NEWEST).forEach(row -> latest.put(row.metric, row.series));
                    return latest;
                });
    }

    @Override
    public Optional<Count> at(TenantId tenant, String metric, Instant time) {
        return transactions.call(
                tenant,
                () ->
                        find("metric = ?1 and at <= ?2 order by at desc", metric, time)
                                .firstResultOptional()
                                .or(() ->
                                        find("metric = ?1 order by at", metric)
                                                .firstResultOptional())
                                .map(row -> new Count(row.at, row.series)));
    }

    @Override
    public void deleteBefore(TenantId tenant, Instant time) {
        transactions.run(
                tenant,
                () ->
                        delete(
                                "from CountEntity one where one.at < ?1 and exists (select 1 from CountEntity other where other.metric = one.metric and other.at > one.at and other.at <= ?1)",
                                time));
    }
}

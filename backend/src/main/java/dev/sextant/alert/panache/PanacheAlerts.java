// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert.panache;

import dev.sextant.alert.Advance;
import dev.sextant.alert.Alert;
import dev.sextant.alert.AlertFilter;
import dev.sextant.alert.AlertPage;
import dev.sextant.alert.Alerts;
import dev.sextant.alert.Episode;
import dev.sextant.alert.OpenCounts;
import dev.sextant.alert.Severity;
import dev.sextant.alert.Stage;
import dev.sextant.alert.TimelineEntry;
import dev.sextant.tenant.TenantId;
import dev.sextant.tenant.TenantTransactions;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Alerts in the metadata database.
@ApplicationScoped
public class PanacheAlerts implements Alerts {
    private static final Set<Stage> OPEN = Set.of(Stage.PENDING, Stage.FIRING);

    /// Ids asked for in one query; databases limit the length of a list.
    private static final int CHUNK = 500;

    private final TenantTransactions transactions;
    private final EntityManager entities;
    private final AlertRows rows;

    PanacheAlerts(TenantTransactions transactions, EntityManager entities, AlertRows rows) {
        this.transactions = transactions;
        this.entities = entities;
        this.rows = rows;
    }

    @Override
    public List<Alert> listOpen(TenantId tenant, String ruleId) {
        return transactions.call(
                tenant,
                () ->
                        AlertEntity.<AlertEntity>list(
                                        "ruleId = ?1 and stage in ?2 order by id", ruleId, OPEN)
                                .stream()
                                .map(rows::alert)
                                .toList());
    }

    @Override
    public List<Alert> listResolved(TenantId tenant, String ruleId, Instant since) {
        return transactions.call(
                tenant,
                () ->
                        AlertEntity.<AlertEntity>list(
                                        "ruleId = ?1 and stage = ?2 and resolvedAt > ?3 order by id",
                                        ruleId,
                                        Stage.RESOLVED,
                                        since)
                                .stream()
                                .map(rows::alert)
                                .toList());
    }

    @Override
    public void put(TenantId tenant, Advance advance) {
        transactions.run(
                tenant,
                () -> {
                    var known = known(advance.after());
                    for (var alert : advance.after()) {
                        var row = known.get(alert.id());
                        if (row != null) {
                            rows.fill(row, alert);
                        } else {
                            add(alert);
                        }
                    }
                    for (var transition : advance.transitions()) {
                        rows.entry(transition.alert().id(), transition.entry()).persist();
                    }
                });
    }

    private void add(Alert alert) {
        var row = new AlertEntity();
        rows.fill(row, alert);
        row.persist();
    }

    private static Map<String, AlertEntity> known(List<Alert> alerts) {
        var known = new HashMap<String, AlertEntity>();
        for (int start = 0; start < alerts.size(); start += CHUNK) {
            var ids =
                    alerts.subList(start, Math.min(alerts.size(), start + CHUNK)).stream()
                            .map(Alert::id)
                            .toList();
            AlertEntity.<AlertEntity>list("id in ?1", ids).forEach(row -> known.put(row.id, row));
        }
        return known;
    }

    @Override
    public List<Alert> list(TenantId tenant, AlertFilter filter, AlertPage page) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        var parameters = new Parameters();
        if (!filter.stages().isEmpty()) {
            conditions.add("stage in :stages");
            parameters.and("stages", new HashSet<>(filter.stages()));
        }
        var rule = filter.ruleId();
        if (rule != null) {
            conditions.add("ruleId = :rule");
            parameters.and("rule", rule);
        }
        var after = page.after();
        if (after != null) {
            conditions.add("id < :after");
            parameters.and("after", after);
        }
        var query = String.join(" and ", conditions) + " order by id desc";
        return transactions.call(
                tenant,
                () ->
                        AlertEntity.<AlertEntity>find(query, parameters)
                                .page(0, page.limit())
                                .stream()
                                .map(rows::alert)
                                .toList());
    }

    @Override
    public List<Alert> listWithin(TenantId tenant, Instant since, Instant until, int limit) {
        var parameters =
                Parameters.with("open", OPEN)
                        .and("resolved", Stage.RESOLVED)
                        .and("since", since)
                        .and("until", until);
        return transactions.call(
                tenant,
                () ->
                        AlertEntity.<AlertEntity>find(
                                        "openedAt <= :until and (stage in :open or stage = :resolved and resolvedAt > :since) order by id desc",
                                        parameters)
                                .page(0, limit)
                                .stream()
                                .map(rows::alert)
                                .toList());
    }

    @Override
    public Optional<Episode> find(TenantId tenant, String id) {
        return transactions.call(
                tenant,
                () ->
                        AlertEntity.<AlertEntity>find("id", id)
                                .firstResultOptional()
                                .map(row -> new Episode(rows.alert(row), timeline(id))));
    }

    private List<TimelineEntry> timeline(String id) {
        return AlertTransitionEntity.<AlertTransitionEntity>list(
                        "alertId = ?1 order by happenedAt", id)
                .stream()
                .map(rows::entry)
                .toList();
    }

    @Override
    public OpenCounts countOpen(TenantId tenant) {
        var counts = OpenCounts.none();
        for (var count : openCounts(tenant)) {
            counts = counts.plus(count.stage(), count.severity(), count.alerts());
        }
        return counts;
    }

    @Override
    public Map<String, OpenCounts> countOpenByRule(TenantId tenant) {
        var counts = new HashMap<String, OpenCounts>();
        for (var count : openCounts(tenant)) {
            counts.merge(
                    count.ruleId(),
                    OpenCounts.none().plus(count.stage(), count.severity(), count.alerts()),
                    OpenCounts::plus);
        }
        return counts;
    }

    private List<Count> openCounts(TenantId tenant) {
        return transactions.call(
                tenant,
                () ->
                        entities.createQuery(
                                        "select ruleId, stage, severity, count(*) from AlertEntity"
                                                + " where stage in :open group by ruleId, stage, severity",
                                        Count.class)
                                .setParameter("open", OPEN)
                                .getResultList());
    }

    /// One group of open alerts.
    record Count(String ruleId, Stage stage, Severity severity, Long alerts) {}
}

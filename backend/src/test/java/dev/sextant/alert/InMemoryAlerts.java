// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Alerts in memory, for tests.
public final class InMemoryAlerts implements Alerts {
    private final Map<TenantId, TreeMap<String, Alert>> alerts = new HashMap<>();
    private final Map<String, List<TimelineEntry>> timelines = new HashMap<>();

    @Override
    public synchronized List<Alert> listOpen(TenantId tenant, String ruleId) {
        return all(tenant)
                .filter(alert -> alert.isOpen() && alert.ruleId().equals(ruleId))
                .sorted(Comparator.comparing(Alert::id))
                .toList();
    }

    @Override
    public synchronized List<Alert> listResolved(TenantId tenant, String ruleId, Instant since) {
        return all(tenant)
                .filter(alert -> alert.ruleId().equals(ruleId))
                .filter(alert ->
                        alert.state() instanceof AlertState.Resolved(_, var at)
                                && at.isAfter(since))
                .sorted(Comparator.comparing(Alert::id))
                .toList();
    }

    @Override
    public synchronized void put(TenantId tenant, Advance advance) {
        var kept = alerts.computeIfAbsent(tenant, _ -> new TreeMap<>());
        advance.after().forEach(alert -> kept.put(alert.id(), alert));
        for (var transition : advance.transitions()) {
            timelines
                    .computeIfAbsent(transition.alert().id(), _ -> new ArrayList<>())
                    .add(transition.entry());
        }
    }

    @Override
    public synchronized List<Alert> list(TenantId tenant, AlertFilter filter, AlertPage page) {
        var after = page.after();
        return all(tenant)
                .filter(alert ->
                        filter.stages().isEmpty() || filter.stages().contains(alert.stage()))
                .filter(alert -> filter.ruleId() == null || alert.ruleId().equals(filter.ruleId()))
                .filter(alert -> after == null || alert.id().compareTo(after) < 0)
                .sorted(Comparator.comparing(Alert::id).reversed())
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized List<Alert> listWithin(
            TenantId tenant, Instant since, Instant until, int limit) {
        return all(tenant)
                .filter(alert -> !alert.openedAt().isAfter(until))
                .filter(alert ->
                        alert.isOpen()
                                || alert.state() instanceof AlertState.Resolved(_, var at)
                                        && at.isAfter(since))
                .sorted(Comparator.comparing(Alert::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Episode> find(TenantId tenant, String id) {
        return all(tenant)
                .filter(alert -> alert.id().equals(id))
                .findFirst()
                .map(alert -> new Episode(alert, timelines.getOrDefault(id, List.of())));
    }

    @Override
    public synchronized OpenCounts countOpen(TenantId tenant) {
        return countOpenByRule(tenant).values().stream()
                .reduce(OpenCounts.none(), OpenCounts::plus);
    }

    @Override
    public synchronized Map<String, OpenCounts> countOpenByRule(TenantId tenant) {
        var counts = new HashMap<String, OpenCounts>();
        all(tenant)
                .filter(Alert::isOpen)
                .forEach(alert ->
                        counts.merge(
                                alert.ruleId(),
                                OpenCounts.none().plus(alert.stage(), alert.severity(), 1),
                                OpenCounts::plus));
        return counts;
    }

    private Stream<Alert> all(TenantId tenant) {
        return alerts.getOrDefault(tenant, new TreeMap<>()).values().stream();
    }
}

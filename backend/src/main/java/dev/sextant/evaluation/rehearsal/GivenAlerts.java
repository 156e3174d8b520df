// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import dev.sextant.alert.Advance;
import dev.sextant.alert.Alert;
import dev.sextant.alert.AlertFilter;
import dev.sextant.alert.AlertPage;
import dev.sextant.alert.AlertState;
import dev.sextant.alert.Alerts;
import dev.sextant.alert.Episode;
import dev.sextant.alert.OpenCounts;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The alerts that a check brings, and those that its rule makes on the way, as rules ask for them.
final class GivenAlerts implements Alerts {
    private final Map<String, Alert> alerts = new HashMap<>();

    GivenAlerts(List<Alert> given) {
        given.forEach(alert -> alerts.put(alert.id(), alert));
    }

    @Override
    public void put(TenantId tenant, Advance advance) {
        advance.after().forEach(alert -> alerts.put(alert.id(), alert));
    }

    @Override
    public List<Alert> listWithin(TenantId tenant, Instant since, Instant until, int limit) {
        return alerts.values().stream()
                .filter(alert -> !alert.openedAt().isAfter(until))
                .filter(alert -> alert.isOpen() || isResolvedAfter(since, alert))
                .sorted(Comparator.comparing(Alert::id).reversed())
                .limit(limit)
                .toList();
    }

    private static boolean isResolvedAfter(Instant since, Alert alert) {
        return alert.state() instanceof AlertState.Resolved(_, var at) && at.isAfter(since);
    }

    @Override
    public List<Alert> listOpen(TenantId tenant, String ruleId) {
        return of(ruleId, Alert::isOpen);
    }

    @Override
    public List<Alert> listResolved(TenantId tenant, String ruleId, Instant since) {
        return of(ruleId, alert -> isResolvedAfter(since, alert));
    }

    private List<Alert> of(String ruleId, Predicate<Alert> wanted) {
        return alerts.values().stream()
                .filter(alert -> alert.ruleId().equals(ruleId) && wanted.test(alert))
                .sorted(Comparator.comparing(Alert::id))
                .toList();
    }

    @Override
    public List<Alert> list(TenantId tenant, AlertFilter filter, AlertPage page) {
        throw unasked();
    }

    @Override
    public Optional<Episode> find(TenantId tenant, String id) {
        throw unasked();
    }

    @Override
    public OpenCounts countOpen(TenantId tenant) {
        throw unasked();
    }

    @Override
    public Map<String, OpenCounts> countOpenByRule(TenantId tenant) {
        throw unasked();
    }

    private static UnsupportedOperationException unasked() {
        return new UnsupportedOperationException("no rule asks for that");
    }
}

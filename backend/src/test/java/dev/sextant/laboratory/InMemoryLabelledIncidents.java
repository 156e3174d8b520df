// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Labelled incidents in memory, for tests.
public final class InMemoryLabelledIncidents implements LabelledIncidents {
    private record Line(TenantId tenant, LabelledIncident incident) {
        boolean isOf(TenantId owner, String alert) {
            return tenant.equals(owner) && alert.equals(incident.made().alert());
        }
    }

    private final List<Line> lines = new CopyOnWriteArrayList<>();

    @Override
    public List<LabelledIncident> list(TenantId tenant, String metric, Instant from, Instant to) {
        return all(tenant)
                .filter(one -> metric.isEmpty() || one.metric().equals(metric))
                .filter(one -> !one.stretch().to().isBefore(from))
                .filter(one -> !one.stretch().from().isAfter(to))
                .sorted(Comparator.comparing(one -> one.stretch().from()))
                .toList();
    }

    @Override
    public long count(TenantId tenant) {
        return all(tenant).count();
    }

    @Override
    public void put(TenantId tenant, LabelledIncident incident) {
        lines.add(new Line(tenant, incident));
    }

    @Override
    public List<LabelledIncident> listOfAlert(TenantId tenant, String alert) {
        return lines.stream()
                .filter(line -> line.isOf(tenant, alert))
                .map(Line::incident)
                .sorted(Comparator.comparing(LabelledIncident::metric))
                .toList();
    }

    @Override
    public void replace(TenantId tenant, String alert, List<LabelledIncident> incidents) {
        lines.removeIf(line -> line.isOf(tenant, alert));
        incidents.forEach(incident -> put(tenant, incident));
    }

    @Override
    public boolean delete(TenantId tenant, String id) {
        return lines.removeIf(
                line -> line.tenant().equals(tenant) && line.incident().id().equals(id));
    }

    private Stream<LabelledIncident> all(TenantId tenant) {
        return lines.stream().filter(line -> line.tenant().equals(tenant)).map(Line::incident);
    }
}

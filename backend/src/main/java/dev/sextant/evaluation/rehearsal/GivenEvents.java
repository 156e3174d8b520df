// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.rehearsal;

import dev.sextant.entity.Change;
import dev.sextant.entity.Changes;
import dev.sextant.entity.Maintenance;
import dev.sextant.entity.MaintenanceWindow;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What was done to the entities that a check brings, as rules ask for it; nobody writes to it.
final class GivenEvents {
    private GivenEvents() {}

    /// Changes of them.
    record OfChange(List<Change> changes) implements Changes {
        @Override
        public List<Change> list(TenantId tenant, Changes.Filter filter) {
            return changes.stream()
                    .filter(change -> isWithin(change, filter.stretch()))
                    .filter(change ->
                            filter.entities().isEmpty()
                                    || filter.entities().contains(change.entity()))
                    .sorted(Comparator.comparing(Change::at).reversed())
                    .limit(filter.limit())
                    .toList();
        }

        @Override
        public Set<String> changed(TenantId tenant, Stretch stretch) {
            return changes.stream()
                    .filter(change -> isWithin(change, stretch))
                    .map(Change::entity)
                    .collect(Collectors.toSet());
        }

        private static boolean isWithin(Change change, Stretch stretch) {
            return change.at().isAfter(stretch.since()) && !change.at().isAfter(stretch.until());
        }

        @Override
        public void add(TenantId tenant, Collection<Change> more) {
            throw new UnsupportedOperationException("the changes of a check are read only");
        }
    }

    /// Their times of maintenance.
    record OfMaintenance(List<MaintenanceWindow> windows) implements Maintenance {
        @Override
        public Set<String> entities(TenantId tenant, Instant at) {
            return windows.stream()
                    .filter(window -> !window.since().isAfter(at) && window.until().isAfter(at))
                    .map(MaintenanceWindow::entity)
                    .collect(Collectors.toSet());
        }

        @Override
        public List<MaintenanceWindow> list(
                TenantId tenant, Maintenance.Filter filter, Instant at) {
            throw new UnsupportedOperationException("no rule asks for a list of maintenances");
        }

        @Override
        public void add(TenantId tenant, Collection<MaintenanceWindow> more) {
            throw new UnsupportedOperationException("the maintenances of a check are read only");
        }

        @Override
        public boolean end(TenantId tenant, String id, Instant at) {
            throw new UnsupportedOperationException("the maintenances of a check are read only");
        }
    }
}

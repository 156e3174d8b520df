// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.entity.Changes.Stretch;
import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store of changes and maintenance keeps to.
public abstract class ChangesContract {
    private static final String PAY = "service:service=pay";
    private static final String WEB = "host:host=web-1";

    private final TenantId tenant =
            new TenantId("t" + UUID.randomUUID().toString().substring(0, 8));
    private final TenantId other = new TenantId("o" + UUID.randomUUID().toString().substring(0, 8));

    protected abstract Changes changes();

    protected abstract Maintenance maintenance();

    @Test
    void changesAreListedTheNewestFirst() {
        var first = new Change(PAY, at(10), "deployment", "4.1");
        var second = new Change(PAY, at(20), "config", "");
        var third = new Change(WEB, at(30), "reboot", "disks");
        changes().add(tenant, List.of(second, first, third));

        assertThat(list(Set.of(), 0, 30)).containsExactly(third, second, first);
        assertThat(list(Set.of(PAY), 0, 30)).containsExactly(second, first);
        assertThat(list(Set.of(), 10, 29)).containsExactly(second);
        assertThat(changes().list(tenant, filter(Set.of(), 0, 30, 1))).containsExactly(third);
        assertThat(changes().changed(tenant, new Stretch(at(0), at(20)))).containsExactly(PAY);
        assertThat(changes().list(other, filter(Set.of(), 0, 30, 9))).isEmpty();
        assertThat(changes().changed(other, new Stretch(at(0), at(30)))).isEmpty();
    }

    @Test
    void anEntityIsInMaintenanceFromItsBeginUntilItsEnd() {
        maintenance().add(tenant, List.of(window(PAY, 10, 20), window(WEB, 15, 30)));

        assertThat(maintenance().entities(tenant, at(9))).isEmpty();
        assertThat(maintenance().entities(tenant, at(10))).containsExactly(PAY);
        assertThat(maintenance().entities(tenant, at(19))).containsExactlyInAnyOrder(PAY, WEB);
        assertThat(maintenance().entities(tenant, at(20))).containsExactly(WEB);
        assertThat(maintenance().entities(other, at(19))).isEmpty();
        var kept = maintenance().list(tenant, of(""), at(12));
        assertThat(kept).extracting(MaintenanceWindow::entity).containsExactly(PAY, WEB);
        assertThat(maintenance().list(tenant, of(WEB), at(12)))
                .extracting(MaintenanceWindow::entity)
                .containsExactly(WEB);
        var begun = kept.getFirst().id();
        var later = kept.getLast().id();
        assertThat(maintenance().end(other, begun, at(12))).isFalse();

        assertThat(maintenance().end(tenant, begun, at(12))).isTrue();
        assertThat(maintenance().end(tenant, begun, at(13))).isFalse();
        assertThat(maintenance().end(tenant, later, at(12))).isTrue();
        assertThat(maintenance().entities(tenant, at(11))).containsExactly(PAY);
        assertThat(maintenance().list(tenant, of(""), at(12))).isEmpty();
    }

    private static Maintenance.Filter of(String entity) {
        return new Maintenance.Filter(entity, "", 9);
    }

    private List<Change> list(Set<String> entities, long since, long until) {
        return changes().list(tenant, filter(entities, since, until, 9));
    }

    private static Changes.Filter filter(Set<String> ids, long since, long until, int limit) {
        return new Changes.Filter(ids, new Stretch(at(since), at(until)), limit);
    }

    private static MaintenanceWindow window(String entity, long since, long until) {
        return new MaintenanceWindow("", entity, at(since), at(until), "disks");
    }

    private static Instant at(long second) {
        return Instant.parse("2026-03-02T10:00:00Z").plusSeconds(second);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/// One row per maintenance of an entity.
@Entity
@Table(name = "entity_maintenance")
@NullUnmarked
class MaintenanceEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "entity_id")
    String entityId;

    String reason;

    @Column(name = "valid_from")
    Instant since;

    @Column(name = "valid_to")
    Instant until;
}

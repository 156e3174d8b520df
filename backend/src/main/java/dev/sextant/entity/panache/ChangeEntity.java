// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/// One row per change of an entity.
@Entity
@Table(name = "entity_change")
@NullUnmarked
class ChangeEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "entity_id")
    String entityId;

    @Column(name = "change_kind")
    String kind;

    @Column(name = "description")
    String text;

    @Column(name = "changed_at")
    Instant at;
}

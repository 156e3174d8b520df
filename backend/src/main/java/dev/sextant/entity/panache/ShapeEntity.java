// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/// One row per shape that keys of a tenant's entities have or had.
@Entity
@Table(name = "entity_shape")
@NullUnmarked
class ShapeEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    String shape;
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/// One row per tenant that has rules of its own for discovery.
@Entity
@Table(name = "entity_discovery")
@NullUnmarked
class DiscoveryEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    int version;

    String rules;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "updated_by")
    String updatedBy;
}

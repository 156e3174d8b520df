// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/// One row per link and stretch of time.
@Entity
@Table(name = "entity_relation")
@NullUnmarked
class RelationEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "from_id")
    String fromId;

    @Column(name = "relation_type")
    String kind;

    @Column(name = "to_id")
    String toId;

    @Column(name = "valid_from")
    Instant since;

    @Column(name = "valid_to")
    Instant until;

    /// The link as a text while it holds, else null: a unique key lets it hold once.
    @Column(name = "open_id")
    String open;
}

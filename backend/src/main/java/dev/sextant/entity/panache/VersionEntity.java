// SPDX-License-Identifier: Apache-2.0
package dev.sextant.entity.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/// One row per version of an entity. Tags and owners stand between line ends, one a line.
@Entity
@Table(name = "entity_version")
@NullUnmarked
class VersionEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "entity_id")
    String entityId;

    @Column(name = "entity_type")
    String kind;

    String labels;

    @Column(name = "display_name")
    String name;

    String tags;

    String owners;

    @Column(name = "valid_from")
    Instant since;

    @Column(name = "valid_to")
    Instant until;

    /// The entity's id while the version holds, else null: a unique key lets one version of an entity hold.
    @Column(name = "open_id")
    String open;
}

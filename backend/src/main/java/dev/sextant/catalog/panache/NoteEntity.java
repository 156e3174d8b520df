// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/// A row of `metric_note`; words are lines.
@Entity
@Table(name = "metric_note")
@NullUnmarked
class NoteEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    String metric;

    String owners;

    String tags;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "updated_by")
    String updatedBy;
}

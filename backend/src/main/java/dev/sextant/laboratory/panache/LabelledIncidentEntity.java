// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/// A labelled incident as a row.
@Entity
@Table(name = "labelled_incident")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class LabelledIncidentEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    String metric;

    /// JSON.
    String labels;

    @Column(name = "began_at")
    Instant beganAt;

    @Column(name = "ended_at")
    Instant endedAt;

    boolean useful;
    String note;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "made_by")
    String madeBy;

    @Column(name = "alert_id")
    @Nullable String alert;
}

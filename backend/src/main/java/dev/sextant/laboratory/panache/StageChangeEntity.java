// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/// That a version came to a stage, as a row; written once.
@Entity
@Table(name = "own_algorithm_stage")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class StageChangeEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "algorithm_name")
    String algorithm;

    /// Counts the changes of an algorithm.
    int place;

    int number;
    String stage;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;
}

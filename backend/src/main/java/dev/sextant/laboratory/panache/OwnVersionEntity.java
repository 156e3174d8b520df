// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/// One saved version of an algorithm as a row; written once.
@Entity
@Table(name = "own_algorithm_version")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class OwnVersionEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "algorithm_name")
    String algorithm;

    int number;
    String language;
    String source;
    String documentation;
    String header;

    /// Of its model; null for a script.
    @Column(name = "model_sha256")
    @Nullable String model;

    @Column(name = "saved_at")
    Instant savedAt;

    @Column(name = "saved_by")
    String savedBy;
}

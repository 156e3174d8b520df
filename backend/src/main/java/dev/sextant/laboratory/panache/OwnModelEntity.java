// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;

/// The file of a model as a row; written once, and shared by the versions that have the same.
@Entity
@Table(name = "own_algorithm_model")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class OwnModelEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "algorithm_name")
    String algorithm;

    String sha256;

    @Column(name = "byte_count")
    int byteCount;

    /// Base64.
    String content;
}

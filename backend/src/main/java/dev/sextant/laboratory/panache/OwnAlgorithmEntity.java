// SPDX-License-Identifier: Apache-2.0
package dev.sextant.laboratory.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/// An algorithm as it stands, as a row; its texts are in its versions.
@Entity
@Table(name = "own_algorithm")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class OwnAlgorithmEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    String name;
    int newest;
    @Nullable Integer stable;
    String language;
    String header;
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;

/// A module that is not deleted, as a row; its text is in its versions.
@Entity
@Table(name = "module")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ModuleEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    String name;
    int version;
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/// One saved version of a module as a row; written once, kept when the module is deleted.
@Entity
@Table(name = "module_version")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ModuleVersionEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "module_name")
    String moduleName;

    int number;
    String source;

    @Column(name = "saved_at")
    Instant savedAt;

    @Column(name = "saved_by")
    String savedBy;
}

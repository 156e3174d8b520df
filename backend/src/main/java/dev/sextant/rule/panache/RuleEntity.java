// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/// A rule as a row.
@Entity
@Table(name = "rule")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RuleEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    String name;
    int version;
    String language;

    String source;

    @Nullable String tests;

    String parameters;

    String header;

    boolean enabled;

    @Column(name = "active_since")
    Instant activeSince;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "updated_by")
    String updatedBy;
}

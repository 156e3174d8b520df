// SPDX-License-Identifier: Apache-2.0
package dev.sextant.rule.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/// One saved version of a rule's script as a row; written once.
@Entity
@Table(name = "rule_version")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RuleVersionEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "rule_name")
    String ruleName;

    int number;
    String language;

    String source;

    @Nullable String tests;

    String modules;

    @Column(name = "saved_at")
    Instant savedAt;

    @Column(name = "saved_by")
    String savedBy;
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/// The breaker of one rule, as a row.
@Entity
@Table(name = "rule_breaker")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class BreakerEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "rule_name")
    String ruleName;

    @Column(name = "rule_version")
    int ruleVersion;

    int failures;

    @Column(name = "open_until")
    @Nullable Instant openUntil;

    @Nullable String reason;
}

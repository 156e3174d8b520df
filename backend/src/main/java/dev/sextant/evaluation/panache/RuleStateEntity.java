// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;

/// What one rule remembers, as a row.
@Entity
@Table(name = "rule_state")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RuleStateEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "rule_name")
    String ruleName;

    String state;
}

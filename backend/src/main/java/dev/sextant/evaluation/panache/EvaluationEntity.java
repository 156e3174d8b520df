// SPDX-License-Identifier: Apache-2.0
package dev.sextant.evaluation.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/// One entry of the ledger as a row; written once.
@Entity
@Table(name = "evaluation")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class EvaluationEntity {
    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    @Column(name = "rule_name")
    String ruleName;

    @Column(name = "rule_version")
    int ruleVersion;

    @Column(name = "slot_at")
    Instant slotAt;

    @Column(name = "through_at")
    Instant throughAt;

    String outcome;
    @Nullable String reason;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "duration_millis")
    long durationMillis;

    String detail;
}

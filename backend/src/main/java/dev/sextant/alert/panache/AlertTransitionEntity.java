// SPDX-License-Identifier: Apache-2.0
package dev.sextant.alert.panache;

import dev.sextant.alert.Severity;
import dev.sextant.alert.Stage;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A row of `alert_transition`: one entry of a time line.
@Entity
@Table(name = "alert_transition")
@IdClass(AlertTransitionEntity.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class AlertTransitionEntity extends PanacheEntityBase {
    @Id
    @Column(name = "alert_id")
    public String alertId;

    @Id
    @Column(name = "happened_at")
    public Instant happenedAt;

    @TenantId
    @Column(name = "tenant_id")
    public String tenant;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "from_stage")
    public Stage fromStage;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "to_stage")
    public Stage toStage;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Severity severity;

    public @Nullable Double measured;

    public @Nullable String reason;

    /// An alert takes at most one step at a time.
    public record Key(String alertId, Instant happenedAt) {}
}

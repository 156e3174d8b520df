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
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A row of `alert`. Updated at every evaluation while it is open, so only the columns that changed are written.
@Entity
@Table(name = "alert")
@DynamicUpdate
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class AlertEntity extends PanacheEntityBase {
    @Id public String id;

    @TenantId
    @Column(name = "tenant_id")
    public String tenant;

    @Column(name = "rule_id")
    public String ruleId;

    @Column(name = "rule_title")
    public String ruleTitle;

    public String labels;

    @Column(name = "opened_at")
    public Instant openedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Stage stage;

    /// When the stage of PENDING or FIRING began; for RESOLVED, since when it had fired.
    @Column(name = "state_since")
    public @Nullable Instant stateSince;

    @Column(name = "last_seen_at")
    public @Nullable Instant lastSeenAt;

    @Column(name = "resolved_at")
    public @Nullable Instant resolvedAt;

    @Column(name = "condition_kind")
    public String conditionKind;

    @Column(name = "condition_since")
    public @Nullable Instant conditionSince;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Severity severity;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public @Nullable Severity announced;

    /// Null for what was told before this was kept: then it counts from [#updatedAt].
    @Column(name = "announced_at")
    public @Nullable Instant announcedAt;

    /// [dev.sextant.alert.Swings]: whether bad when last seen, and when that changed as milliseconds since 1970 with commas
    /// between; null: none.
    @Column(name = "swing_bad")
    public boolean swingBad;

    @Column(name = "swing_times")
    public @Nullable String swingTimes;

    @Column(name = "swing_held")
    public boolean swingHeld;

    public @Nullable Double measured;

    public @Nullable Double score;

    public @Nullable String reason;

    public String charts;

    @Column(name = "updated_at")
    public Instant updatedAt;
}

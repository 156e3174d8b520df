// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify.panache;

import dev.sextant.notify.DeliveryKind;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A row of `notify_delivery`.
@Entity
@Table(name = "notify_delivery")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class DeliveryEntity extends PanacheEntityBase {
    /// How far a delivery has come, as the column holds it.
    public enum Status {
        WAITING,
        SENT,
        DEAD
    }

    @Id public String id;

    @TenantId
    @Column(name = "tenant_id")
    public String tenant;

    @Column(name = "channel_id")
    public String channelId;

    @Column(name = "channel_name")
    public String channelName;

    @Column(name = "alert_id")
    public @Nullable String alertId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public DeliveryKind kind;

    public String body;

    @Column(name = "created_at")
    public Instant createdAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    public Status status;

    public int attempts;

    /// When it is to be tried, or for how long it is claimed; null when it is finished.
    @Column(name = "due_at")
    public @Nullable Instant dueAt;

    @Column(name = "changed_at")
    public Instant changedAt;

    public @Nullable String detail;
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.notify.panache;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/// A row of `notify_channel`.
@Entity
@Table(name = "notify_channel")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class ChannelEntity extends PanacheEntityBase {
    @Id public String id;

    @TenantId
    @Column(name = "tenant_id")
    public String tenant;

    public String name;

    public String kind;

    public String url;

    public boolean enabled;

    @Column(name = "created_at")
    public Instant createdAt;
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.panache;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/// A row of `cleaning`.
@Entity
@Table(name = "cleaning")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class CleaningEntity extends PanacheEntityBase {
    @Id public String pk;

    @TenantId
    @Column(name = "tenant_id")
    public String tenant;

    public int version;

    public String steps;

    @Column(name = "updated_at")
    public Instant updatedAt;

    @Column(name = "updated_by")
    public String updatedBy;
}

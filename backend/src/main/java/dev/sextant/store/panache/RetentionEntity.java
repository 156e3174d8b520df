// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.panache;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;

/// A row of `retention`.
@Entity
@Table(name = "retention")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class RetentionEntity extends PanacheEntityBase {
    @Id public String pk;

    @TenantId
    @Column(name = "tenant_id")
    public String tenant;

    public long seconds;
}

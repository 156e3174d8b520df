// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.panache;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;

/// A row of `series_source`.
@Entity
@Table(name = "series_source")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class SourceEntity extends PanacheEntityBase {
    @Id public String pk;

    @TenantId
    @Column(name = "tenant_id")
    public String tenant;

    public String name;

    public int version;

    public String definition;
}

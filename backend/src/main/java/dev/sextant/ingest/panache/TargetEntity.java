// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.panache;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;

/// A row of `scrape_target`.
@Entity
@Table(name = "scrape_target")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class TargetEntity extends PanacheEntityBase {
    @Id public String pk;

    @TenantId
    @Column(name = "tenant_id")
    public String tenant;

    public int version;

    public String name;

    public String definition;
}

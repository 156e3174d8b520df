// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.panache;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of `tenant`.
@Entity
@Table(name = "tenant")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class TenantEntity extends PanacheEntityBase {
    @Id String id;

    String name;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "plan_name")
    String plan;
}

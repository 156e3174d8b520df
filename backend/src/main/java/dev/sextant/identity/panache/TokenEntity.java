// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.panache;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of `token`.
@Entity
@Table(name = "token")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class TokenEntity extends PanacheEntityBase {
    @Id String id;

    @Column(name = "tenant_id")
    String tenant;

    String name;

    String account;

    String role;

    boolean operator;

    String hash;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "used_at")
    @Nullable Instant usedAt;
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.panache;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of `account`.
@Entity
@Table(name = "account")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class AccountEntity extends PanacheEntityBase {
    @Id String name;

    @Column(name = "password_hash")
    String passwordHash;

    boolean operator;

    @Column(name = "created_at")
    Instant createdAt;
}

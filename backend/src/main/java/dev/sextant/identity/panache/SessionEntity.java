// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.panache;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of `session`.
@Entity
@Table(name = "session")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class SessionEntity extends PanacheEntityBase {
    @Id String hash;

    String account;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "seen_at")
    Instant seenAt;
}

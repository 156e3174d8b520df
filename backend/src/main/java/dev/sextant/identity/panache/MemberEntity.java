// SPDX-License-Identifier: Apache-2.0
package dev.sextant.identity.panache;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/// A row of `member`.
@Entity
@Table(name = "member")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
@IdClass(MemberEntity.Key.class)
public class MemberEntity extends PanacheEntityBase {
    @Id String account;

    @Id
    @Column(name = "tenant_id")
    String tenant;

    String role;

    @Column(name = "joined_at")
    Instant joinedAt;

    /// The key of a row.
    public record Key(String account, String tenant) {}
}

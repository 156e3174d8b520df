// SPDX-License-Identifier: Apache-2.0
package dev.sextant.outbound.panache;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/// A row of `secret`.
@Entity
@Table(name = "secret")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
public class SecretEntity extends PanacheEntityBase {
    @Id public String pk;

    @TenantId
    @Column(name = "tenant_id")
    public String tenant;

    public String name;

    /// Separated by blanks.
    public String hosts;

    @Column(name = "key_id")
    public String keyId;

    public String sealed;

    @Column(name = "changed_at")
    public Instant changedAt;
}

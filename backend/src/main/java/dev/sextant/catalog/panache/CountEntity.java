// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/// A row of `metric_count`.
@Entity
@Table(name = "metric_count")
@NullUnmarked
class CountEntity {
    @Id String pk;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    String metric;

    @Column(name = "counted_at")
    Instant at;

    long series;
}

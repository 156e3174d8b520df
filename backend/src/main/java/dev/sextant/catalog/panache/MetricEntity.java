// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.panache;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;

/// One row per tenant and metric.
@Entity
@Table(name = "catalog_metric")
@NullUnmarked
class MetricEntity {
    @Id String id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    String metric;

    @Column(name = "metric_type")
    String type;

    String unit;

    String description;

    @Column(name = "last_seen")
    Instant lastSeen;
}

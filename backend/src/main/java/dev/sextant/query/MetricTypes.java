// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import dev.sextant.telemetry.MetricMetadata;
import dev.sextant.tenant.TenantId;

/// What is known of the metrics that plans name.
public interface MetricTypes {
    MetricMetadata.Type typeOf(TenantId tenant, String metric);
}

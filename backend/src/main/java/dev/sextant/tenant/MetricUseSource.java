// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

import java.util.List;

/// One room's part of where a metric is used. Rooms whose things read metrics provide one each; together they are what the
/// catalogue shows.
public interface MetricUseSource {
    /// Strongest uses first; empty when nothing of the room reads the metric.
    List<MetricUse> uses(TenantId tenant, String metric);
}

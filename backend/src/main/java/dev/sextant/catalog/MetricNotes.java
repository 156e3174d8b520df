// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Map;

/// What people say of metrics, for good.
public interface MetricNotes {
    /// Notes by the names of their metrics.
    Map<String, MetricNote> list(TenantId tenant);

    /// Says it in place of what was said before; an empty note takes that back.
    void put(TenantId tenant, String metric, MetricNote note, Said said);

    /// When and by whom something was said.
    record Said(Instant at, String by) {}
}

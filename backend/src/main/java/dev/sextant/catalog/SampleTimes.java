// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

import dev.sextant.telemetry.TimeRange;
import dev.sextant.tenant.TenantId;
import java.util.List;

/// When samples came in. Whoever knows the store provides it.
public interface SampleTimes {
    /// The time of the newest sample of each series of a metric within a range, as epoch milliseconds; series without one
    /// are left out.
    long[] newest(TenantId tenant, String metric, TimeRange range);

    /// The times of all samples of some series of a metric within a range, each in order; series without one are left out.
    ///
    /// @param most of how many series at most; they are taken from all over the metric
    List<long[]> some(TenantId tenant, String metric, TimeRange range, int most);
}

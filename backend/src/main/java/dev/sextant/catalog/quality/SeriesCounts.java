// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.quality;

import dev.sextant.tenant.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// How many series metrics had at times; written only where the number changed.
public interface SeriesCounts {
    /// @param series the number of series from then on
    record Count(Instant at, long series) {}

    void add(TenantId tenant, Map<String, Long> counts, Instant at);

    /// What was counted last of each metric.
    Map<String, Long> latest(TenantId tenant);

    /// What held at a time, or the first count after it when nothing was counted before.
    Optional<Count> at(TenantId tenant, String metric, Instant time);

    /// Forgets what was counted before a time; of each metric what held then stays.
    void deleteBefore(TenantId tenant, Instant time);
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

import java.time.Duration;

/// What one tenant may use at most.
///
/// @param activeSeries series that may exist at the same time
/// @param labelsPerSeries labels of one series, the metric name not counted
/// @param labelLength characters of a label's name or value
/// @param futureSkew how far ahead of the clock a sample may be stamped
/// @param queryPoints points that one query may read
/// @param querySeries series that one query may touch
public record TenantLimits(
        long activeSeries,
        int labelsPerSeries,
        int labelLength,
        Duration futureSkew,
        long queryPoints,
        int querySeries) {

    /// What a tenant gets when nobody said otherwise.
    public static TenantLimits standard() {
        return new TenantLimits(200_000, 40, 1_024, Duration.ofMinutes(10), 50_000_000L, 200_000);
    }
}

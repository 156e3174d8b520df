// SPDX-License-Identifier: Apache-2.0
package dev.sextant.tenant;

import java.time.Duration;

/// What one tenant may use at most.
///
/// @param activeSeries series that may exist at the same time
/// @param labelsPerSeries labels of one series, the metric name not counted
/// @param labelLength characters of a label's name or value
/// @param futureSkew how far ahead of the clock a sample may be stamped
public record TenantLimits(
        long activeSeries, int labelsPerSeries, int labelLength, Duration futureSkew) {

    /// What a tenant gets when nobody said otherwise.
    public static TenantLimits standard() {
        return new TenantLimits(200_000, 40, 1_024, Duration.ofMinutes(10));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import java.time.Duration;

/// What one query may use at most.
///
/// @param points points that it may read
/// @param series series that it may touch, those of all its selections added up
/// @param bytes memory that it may keep while it reads
/// @param time from the question to the answer, waiting for the store included
public record QueryLimits(long points, int series, long bytes, Duration time) {
    /// What a tenant gets when nobody said otherwise.
    public static QueryLimits standard() {
        return new QueryLimits(50_000_000L, 200_000, 256L << 20, Duration.ofSeconds(30));
    }
}

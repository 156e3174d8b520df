// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How the points of a window become fewer.
///
/// @param step length of the buckets on the epoch grid; null: the whole window is one bucket
/// @param aggregation what a bucket becomes; null: points stay as they are (never with a step)
/// @param quantile between 0 and 1, of meaning for [Aggregation#QUANTILE] alone
public record Reduction(
        @Nullable Duration step, @Nullable Aggregation aggregation, double quantile) {
    public static Reduction none() {
        return new Reduction(null, null, Double.NaN);
    }
}

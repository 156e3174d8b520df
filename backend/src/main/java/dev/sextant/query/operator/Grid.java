// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.telemetry.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The buckets of a window: {@code (start, start + step], ...}, stamped at their ends. With a step they lie on the epoch
/// grid; the first one is whole (the window's start moves back to the grid for it), the last one ends with the window.
/// Without a step the window is the only bucket.
///
/// @param start epoch milliseconds, like all of them
public record Grid(long start, long end, long step) {
    public static Grid of(TimeRange range, @Nullable Duration step) {
        long from = range.from().toEpochMilli();
        long to = range.to().toEpochMilli();
        if (step == null) {
            return new Grid(from, to, Math.max(1, to - from));
        }
        return new Grid(
                Math.floorDiv(from, step.toMillis()) * step.toMillis(), to, step.toMillis());
    }

    /// The samples that the buckets need.
    public TimeRange range() {
        return new TimeRange(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end));
    }

    /// How many buckets there are.
    public long count() {
        return Math.ceilDiv(end - start, step);
    }

    /// The bucket of a time within the window, from 0.
    int bucketOf(long time) {
        return (int) (Math.ceilDiv(time - start, step) - 1);
    }

    long startOf(int bucket) {
        return start + bucket * step;
    }

    /// The end of a bucket, which is its stamp.
    long endOf(int bucket) {
        return Math.min(startOf(bucket) + step, end);
    }
}

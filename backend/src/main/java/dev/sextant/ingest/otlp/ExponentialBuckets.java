// SPDX-License-Identifier: Apache-2.0
package dev.sextant.ingest.otlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Turns the buckets of an exponential histogram into cumulative ones with bounds. Bounds are those of scale 2, four to
/// each power of two, or of a coarser scale when that is what was sent: the same for every sender and at all times, so that
/// series stay the same and can be added up.
final class ExponentialBuckets {
    private static final int FINEST = 2;
    private static final int PER_POWER = 1 << FINEST;
    private static final long FARTHEST = 1L << 20;
    private static final int COARSEST = -20;
    private static final int MOST = 160;

    /// As many as any sender has; more are there to take memory.
    static final int MOST_SENT = 4_096;

    private final List<Bound> bounds = new ArrayList<>();
    private long below;

    private ExponentialBuckets() {}

    /// How many values are at most a bound.
    record Bound(double bound, long count) {}

    /// The buckets of one sign: how many values each holds, and which the first one is.
    record Counts(int offset, long[] counts) {
        static final Counts NONE = new Counts(0, new long[0]);

        /// The same in buckets of twice the width, again and again.
        Counts coarser(int times) {
            if (times == 0 || counts.length == 0) {
                return this;
            }
            int first = shifted(offset, times);
            int last = shifted((long) offset + counts.length - 1, times);
            var merged = new long[last - first + 1];
            for (int at = 0; at < counts.length; at++) {
                merged[shifted((long) offset + at, times) - first] += counts[at];
            }
            return new Counts(first, merged);
        }

        private static int shifted(long index, int times) {
            return (int) (index >> Math.min(times, Long.SIZE - 1));
        }

        /// Without the empty ones at both ends.
        Counts trimmed() {
            int from = 0;
            int to = counts.length;
            while (from < to && counts[from] == 0) {
                from++;
            }
            while (to > from && counts[to - 1] == 0) {
                to--;
            }
            return from == to
                    ? NONE
                    : new Counts(offset + from, Arrays.copyOfRange(counts, from, to));
        }
    }

    /// The bounds in ascending order, without the last one, which has none.
    static List<Bound> of(Point point) {
        int scale = Math.clamp(point.scale(), COARSEST, 40);
        int coarser = Math.max(0, scale - FINEST);
        var negative = point.negative().trimmed().coarser(coarser);
        var positive = point.positive().trimmed().coarser(coarser);
        scale -= coarser;
        while (Math.max(negative.counts().length, positive.counts().length) > MOST) {
            negative = negative.coarser(1);
            positive = positive.coarser(1);
            scale--;
        }
        var buckets = new ExponentialBuckets();
        buckets.addNegative(negative, scale);
        buckets.addZero(point);
        buckets.addPositive(positive, scale);
        return buckets.bounds;
    }

    private void addNegative(Counts counts, int scale) {
        for (int at = counts.counts().length - 1; at >= 0; at--) {
            below += counts.counts()[at];
            add(-bound((long) counts.offset() + at, scale));
        }
    }

    private void addZero(Point point) {
        below += point.zeroCount();
        if (below > 0) {
            add(point.zeroThreshold());
        }
    }

    private void addPositive(Counts counts, int scale) {
        if (counts.counts().length > 0) {
            add(bound(counts.offset(), scale));
        }
        for (int at = 0; at < counts.counts().length; at++) {
            below += counts.counts()[at];
            add(bound((long) counts.offset() + at + 1, scale));
        }
    }

    private void add(double bound) {
        boolean isAscending = bounds.isEmpty() || bound > bounds.getLast().bound();
        if (!Double.isInfinite(bound) && isAscending) {
            bounds.add(new Bound(bound, below));
        }
    }

    /// Two to the power of index / 2^scale, the same to the last bit for the same bound whatever the scale.
    static double bound(long index, int scale) {
        // Within what a double holds, and so that the shift loses nothing.
        long quarters = Math.clamp(index, -FARTHEST, FARTHEST) << (FINEST - scale);
        long power = Math.floorDiv(quarters, (long) PER_POWER);
        int part = Math.floorMod(quarters, PER_POWER);
        return Math.scalb(
                StrictMath.pow(2, (double) part / PER_POWER),
                (int) Math.clamp(power, -1_100, 1_100));
    }
}

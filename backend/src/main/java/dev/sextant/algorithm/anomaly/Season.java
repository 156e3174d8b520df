// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.nio.ByteBuffer;

/// What is usual for each hour of a period (a day, a week; UTC): a mean per hour, kept as the
/// distance from an anchor in single precision, 6 bytes an hour. A mean forgets by time, not by
/// points: it reaches back over four visits of the hour whatever the step. In the first period it
/// is the mean of the hour so far, that is, a local level.
final class Season {
    /// Milliseconds of an hour.
    static final double HOUR = 3_600_000;

    private static final double MEMORY = 4 * HOUR;
    private static final int ENOUGH = 2;

    private final float[] mean;
    private final short[] seen;

    Season(int hours) {
        mean = new float[hours];
        seen = new short[hours];
    }

    /// The mean of the time's hour; NaN before two points of it were seen.
    double expected(long time) {
        var hour = hour(time);
        return seen[hour] < ENOUGH ? Double.NaN : mean[hour];
    }

    /// @param distance the value minus the anchor
    /// @param elapsed milliseconds since the point before
    void learn(long time, double distance, double elapsed) {
        var hour = hour(time);
        if (seen[hour] < Short.MAX_VALUE) {
            seen[hour]++;
        }
        var share = Math.max(Math.min(elapsed, HOUR) / MEMORY, 1.0 / seen[hour]);
        mean[hour] += (float) ((distance - mean[hour]) * share);
    }

    int bytes() {
        return mean.length * (Float.BYTES + Short.BYTES);
    }

    void write(ByteBuffer state) {
        state.asFloatBuffer().put(mean);
        state.position(state.position() + mean.length * Float.BYTES);
        state.asShortBuffer().put(seen);
        state.position(state.position() + seen.length * Short.BYTES);
    }

    void read(ByteBuffer state) {
        state.asFloatBuffer().get(mean);
        state.position(state.position() + mean.length * Float.BYTES);
        state.asShortBuffer().get(seen);
        state.position(state.position() + seen.length * Short.BYTES);
    }

    private int hour(long time) {
        return (int) Math.floorMod(Math.floorDiv(time, (long) HOUR), (long) mean.length);
    }
}

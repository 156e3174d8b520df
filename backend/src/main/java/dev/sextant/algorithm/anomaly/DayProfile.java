// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The course of a day in half hours (UTC): a mean for each, reaching back over eight visits' time, in single precision.
public final class DayProfile {
    private static final long SLOT = 1_800_000;
    private static final int SLOTS = 48;
    private static final double MEMORY = 8 * SLOT;

    private final float[] mean = new float[SLOTS];

    public DayProfile() {
        Arrays.fill(mean, Float.NaN);
    }

    /// How far a value lies from what the course says for about that time, 0 if between what it says for the half hours around;
    /// NaN if that time of day was not seen yet.
    double distance(long time, double value) {
        var slot = slot(time);
        if (Float.isNaN(mean[slot])) {
            return Double.NaN;
        }
        double low = mean[slot];
        double high = mean[slot];
        for (var around = slot + SLOTS - 1; around <= slot + SLOTS + 1; around += 2) {
            double near = mean[around % SLOTS];
            if (!Double.isNaN(near)) {
                low = Math.min(low, near);
                high = Math.max(high, near);
            }
        }
        return value > high ? value - high : Math.min(value - low, 0);
    }

    /// The course at a time, straight between the middles of half hours; NaN if not seen yet.
    public double at(long time) {
        var slot = slot(time);
        var place = Math.floorMod(time, SLOT) / (double) SLOT - 0.5;
        double near = mean[Math.floorMod(place < 0 ? slot - 1 : slot + 1, SLOTS)];
        var share = Math.abs(place);
        return Double.isNaN(near) ? mean[slot] : mean[slot] * (1 - share) + near * share;
    }

    /// @param elapsed milliseconds since the point before
    /// @param weight how much it counts: 1 for a usual one
    /// @param isFirst whether the first day isn't over: then the mean is that of the half hour so far
    public void learn(long time, double value, double elapsed, double weight, boolean isFirst) {
        var slot = slot(time);
        if (Float.isNaN(mean[slot])) {
            mean[slot] = (float) value;
            return;
        }
        var step = Math.min(elapsed, SLOT);
        var into = step + Math.floorMod(time, SLOT);
        var share = isFirst && into > 0 ? Math.max(step / MEMORY, step / into) : step / MEMORY;
        mean[slot] += (float) ((value - mean[slot]) * share * weight);
    }

    /// Bytes of what [#write] writes.
    public int bytes() {
        return SLOTS * Float.BYTES;
    }

    /// Everything that is known.
    public void write(ByteBuffer state) {
        state.asFloatBuffer().put(mean);
        state.position(state.position() + bytes());
    }

    /// Goes on where a [#write] stood.
    public void read(ByteBuffer state) {
        state.asFloatBuffer().get(mean);
        state.position(state.position() + bytes());
    }

    private static int slot(long time) {
        return (int) Math.floorMod(Math.floorDiv(time, SLOT), (long) SLOTS);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.calendar;

import java.util.Arrays;

/// What stretches of one kind did so far, by the hour since they began.
final class KindCourse {
    /// Later hours count as the last one.
    static final int HOURS = 168;

    static final int BYTES = HOURS * (2 * Float.BYTES + Integer.BYTES) + 2 * Integer.BYTES;

    /// Of how many stretches the mean is taken; older ones fade.
    private static final int MEMORY = 8;

    private final float[] known = new float[HOURS];
    private final float[] current = new float[HOURS];
    private final int[] counts = new int[HOURS];
    private int stretch = -1;
    private int stretches;

    KindCourse() {
        Arrays.fill(known, Float.NaN);
    }

    /// What was learnt of another stretch counts from now on.
    void enter(int next) {
        if (next == stretch) {
            return;
        }
        stretch = next;
        if (Arrays.stream(counts).allMatch(count -> count == 0)) {
            return;
        }
        stretches = Math.min(stretches + 1, MEMORY);
        for (int hour = 0; hour < HOURS; hour++) {
            if (counts[hour] > 0) {
                boolean isFirst = Float.isNaN(known[hour]);
                known[hour] += isFirst ? 0 : (current[hour] - known[hour]) / stretches;
                known[hour] = isFirst ? current[hour] : known[hour];
            }
        }
        Arrays.fill(current, 0);
        Arrays.fill(counts, 0);
    }

    /// By how much earlier stretches lay over what was usual; of an hour that none of them had, their mean; NaN if there were none.
    double effect(int hour) {
        if (!Float.isNaN(known[hour])) {
            return known[hour];
        }
        double sum = 0;
        int count = 0;
        for (float one : known) {
            if (!Float.isNaN(one)) {
                sum += one;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /// @param distance from what was usual; NaN when that is not known
    void learn(int hour, double distance) {
        if (Float.isFinite((float) distance)) {
            counts[hour]++;
            current[hour] += ((float) distance - current[hour]) / counts[hour];
        }
    }

    KindCourse copy() {
        var copy = new KindCourse();
        System.arraycopy(known, 0, copy.known, 0, HOURS);
        System.arraycopy(current, 0, copy.current, 0, HOURS);
        System.arraycopy(counts, 0, copy.counts, 0, HOURS);
        copy.stretch = stretch;
        copy.stretches = stretches;
        return copy;
    }
}

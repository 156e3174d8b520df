// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Distance from the median of the last points in their median absolute deviations, the border at 3.5 of what would be
/// standard deviations of a normal distribution. Iglewicz and Hoaglin, "How to detect and handle outliers", 1993. Up to half
/// of the window may be anomalies without moving it.
final class RobustZ extends BandDetector {
    private static final int WINDOW = 240;
    private static final int ENOUGH = 30;
    private static final double BORDER = 3.5;
    private static final double NORMAL = 1.4826;

    private final double[] past = new double[WINDOW];
    private final double[] sorted = new double[WINDOW];
    private int size;
    private int next;

    @Override
    int enough() {
        return ENOUGH;
    }

    @Override
    Band band(long time) {
        var median = (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
        return Band.around(median, BORDER * NORMAL * medianDistance(median));
    }

    @Override
    void learn(long time, double value, double score) {
        if (size == WINDOW) {
            var old = Arrays.binarySearch(sorted, 0, size, past[next]);
            System.arraycopy(sorted, old + 1, sorted, old, size - old - 1);
            size--;
        }
        past[next] = value;
        next = (next + 1) % WINDOW;
        insert(value);
    }

    @Override
    Symptom symptom() {
        return Symptom.VALUE;
    }

    @Override
    int bytes() {
        return WINDOW * Double.BYTES + 2 * Integer.BYTES;
    }

    @Override
    void write(ByteBuffer state) {
        state.putInt(size).putInt(next);
        for (var value : past) {
            state.putDouble(value);
        }
    }

    @Override
    void read(ByteBuffer state) {
        size = state.getInt();
        next = state.getInt();
        for (var i = 0; i < WINDOW; i++) {
            past[i] = state.getDouble();
        }
        System.arraycopy(past, 0, sorted, 0, WINDOW);
        Arrays.sort(sorted, 0, size);
    }

    private void insert(double value) {
        var found = Arrays.binarySearch(sorted, 0, size, value);
        var place = found < 0 ? -found - 1 : found;
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = value;
        size++;
    }

    // Walks outwards from the median: distances come in rising order.
    private double medianDistance(double median) {
        var above = size / 2;
        var below = above - 1;
        var distance = 0.0;
        for (var i = 0; i <= size / 2; i++) {
            var up = above < size ? sorted[above] - median : Double.POSITIVE_INFINITY;
            var down = below >= 0 ? median - sorted[below] : Double.POSITIVE_INFINITY;
            if (up <= down) {
                distance = up;
                above++;
            } else {
                distance = down;
                below--;
            }
        }
        return distance;
    }
}

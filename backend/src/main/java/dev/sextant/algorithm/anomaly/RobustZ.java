// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import java.nio.ByteBuffer;

/// Distance from the median of the last points in their median absolute deviations, the border at 3.5 of what would be
/// standard deviations of a normal distribution. Iglewicz and Hoaglin, "How to detect and handle outliers", 1993. Up to half
/// of the window may be anomalies without moving it.
final class RobustZ extends BandDetector {
    private static final int WINDOW = 200;
    private static final int ENOUGH = 30;
    private static final double BORDER = 3.5;
    private static final double NORMAL = 1.4826;

    private final double[] past = new double[WINDOW];

    /// Places in the ring, in rising order of their values.
    private final byte[] order = new byte[WINDOW];

    private int size;
    private int next;

    @Override
    int enough() {
        return ENOUGH;
    }

    @Override
    Band band(long time) {
        var median = (sorted((size - 1) / 2) + sorted(size / 2)) / 2;
        return Band.around(median, BORDER * NORMAL * medianDistance(median));
    }

    @Override
    void learn(long time, double value, double score) {
        if (size == WINDOW) {
            var old = rank(next);
            System.arraycopy(order, old + 1, order, old, size - old - 1);
            size--;
        }
        past[next] = value;
        var place = place(value);
        System.arraycopy(order, place, order, place + 1, size - place);
        order[place] = (byte) next;
        size++;
        next = (next + 1) % WINDOW;
    }

    @Override
    Symptom symptom() {
        return Symptom.VALUE;
    }

    @Override
    int bytes() {
        return WINDOW * (Double.BYTES + 1) + 2 * Integer.BYTES;
    }

    @Override
    void write(ByteBuffer state) {
        state.putInt(size).putInt(next);
        for (var value : past) {
            state.putDouble(value);
        }
        state.put(order);
    }

    @Override
    void read(ByteBuffer state) {
        size = state.getInt();
        next = state.getInt();
        for (var i = 0; i < WINDOW; i++) {
            past[i] = state.getDouble();
        }
        state.get(order);
    }

    private double sorted(int rank) {
        return past[order[rank] & 0xff];
    }

    private int rank(int ringPlace) {
        var rank = 0;
        while ((order[rank] & 0xff) != ringPlace) {
            rank++;
        }
        return rank;
    }

    // How many values lie below.
    private int place(double value) {
        var low = 0;
        var high = size;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sorted(middle) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    // Walks outwards from the median: distances come in rising order.
    private double medianDistance(double median) {
        var above = size / 2;
        var below = above - 1;
        var distance = 0.0;
        for (var i = 0; i <= size / 2; i++) {
            var up = above < size ? sorted(above) - median : Double.POSITIVE_INFINITY;
            var down = below >= 0 ? median - sorted(below) : Double.POSITIVE_INFINITY;
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

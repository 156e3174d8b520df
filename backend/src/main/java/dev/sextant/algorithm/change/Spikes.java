// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.Arrays;

/// Points that leave their neighbours and come back at once: no change for good (the filter of Hampel, "The influence curve and its
/// role in robust estimation", JASA 1974, over five points).
final class Spikes {
    private static final int REACH = 2;
    private static final double WILD = 8;

    private Spikes() {}

    /// The values with each spike of one or two points replaced by the median around it.
    static double[] removed(double[] values) {
        int size = values.length;
        var calm = new double[size];
        var distances = new double[size];
        for (int i = 0; i < size; i++) {
            int from = Math.clamp(i - REACH, 0, Math.max(0, size - 2 * REACH - 1));
            int to = Math.min(size, from + 2 * REACH + 1);
            calm[i] = Robust.median(Arrays.copyOfRange(values, from, to));
            distances[i] = values[i] - calm[i];
        }
        double border = WILD * Robust.deviation(distances, 0);
        if (border <= 0) {
            return values;
        }
        var without = values.clone();
        for (int i = REACH; i < size - REACH; i++) {
            if (Math.abs(distances[i]) > border) {
                without[i] = calm[i];
            }
        }
        return without;
    }
}

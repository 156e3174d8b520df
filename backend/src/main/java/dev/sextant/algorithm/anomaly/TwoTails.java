// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.nio.ByteBuffer;

/// One [PeakTail] upwards and one downwards: queues burst upwards only, free memory falls downwards only.
final class TwoTails {
    private static final double MOST = 10;

    private final PeakTail up = new PeakTail();
    private final PeakTail down = new PeakTail();

    /// The distance in borders of its side; 0 while nothing is known.
    double score(double distance) {
        var border = border(distance);
        return border > 0 ? Math.min(Math.abs(distance) / border, MOST) : 0;
    }

    /// The border on the distance's side.
    double border(double distance) {
        return (distance >= 0 ? up : down).border();
    }

    /// Distances beyond the border are learnt as if they lay on it.
    void learn(double distance, double weight) {
        var clipped = Math.min(Math.abs(distance), border(distance));
        up.learn(distance >= 0 ? clipped : 0, weight);
        down.learn(distance >= 0 ? 0 : clipped, weight);
    }

    int bytes() {
        return up.bytes() + down.bytes();
    }

    void write(ByteBuffer state) {
        up.write(state);
        down.write(state);
    }

    void read(ByteBuffer state) {
        up.read(state);
        down.read(state);
    }
}

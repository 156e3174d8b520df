// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.nio.ByteBuffer;

/// How probable scores are in one series: the share of points outside the usual range (score above
/// one half), and an exponential tail over their excess. The streaming form of peaks over threshold
/// with shape 0; Siffer et al., "Anomaly detection in streams with extreme value theory", KDD 2017.
final class ExcessTail {
    private static final double THRESHOLD = 0.5;
    private static final double MEMORY = 10_000;
    private static final double FEW = 20;

    private double points;
    private double share;
    private double excess = 0.1;

    /// @param score from 0
    /// @return from 0 to 1; falls as the score grows
    double probability(double score) {
        var outside = (share * points + 1) / (points + 2);
        return score <= THRESHOLD
                ? 1 - (1 - outside) * score / THRESHOLD
                : outside * Math.exp((THRESHOLD - score) / excess);
    }

    void learn(double score) {
        points = Math.min(points + 1, MEMORY);
        var isOutside = score > THRESHOLD;
        share += ((isOutside ? 1 : 0) - share) / points;
        if (isOutside) {
            var peaks = Math.min(Math.max(share * points, 1), FEW);
            excess += (Math.min(score - THRESHOLD, 5 * excess) - excess) / (peaks + 1);
        }
    }

    int bytes() {
        return 3 * Double.BYTES;
    }

    void write(ByteBuffer state) {
        state.putDouble(points).putDouble(share).putDouble(excess);
    }

    void read(ByteBuffer state) {
        points = state.getDouble();
        share = state.getDouble();
        excess = state.getDouble();
    }
}

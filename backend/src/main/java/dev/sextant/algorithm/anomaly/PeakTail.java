// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.nio.ByteBuffer;

/// Where distances of one side become improbable: a running quantile that one in fifty passes, and an exponential tail over the
/// excess beyond it. Both grow and fade in multiples of themselves, so an old storm is forgotten within some thousand points.
/// The streaming form of peaks over threshold with shape 0; Siffer et al., "Anomaly detection in streams with extreme value
/// theory", KDD 2017.
final class PeakTail {
    private static final double SHARE = 0.02;
    private static final double RISK = 1e-5;
    private static final double REACH = Math.log(SHARE / RISK);
    private static final double PACE = 0.05;
    private static final int QUICK = 200;
    private static final int QUICKER = 4;
    private static final int FEW = 20;
    private static final int ENOUGH = 30;
    private static final int MEMORY = 1000;
    private static final double LEAST_REACH = 1.5;
    private static final double LEAST_SHARE = 0.5;
    private static final double LEAST_EXCESS = 0.3;
    private static final double LARGEST_JUMP = 5;

    private float quantile;
    private float excess;
    private float mean;
    private short seen;

    /// The distance that is passed once in a hundred thousand points; infinite while too little is known.
    double border() {
        return seen < ENOUGH
                ? Double.POSITIVE_INFINITY
                : Math.max(quantile + (double) excess * REACH, LEAST_REACH * quantile);
    }

    /// @param distance from 0
    /// @param weight how much it counts: 1 for a usual one
    void learn(double distance, double weight) {
        if (seen == 0) {
            quantile = (float) distance;
            excess = (float) (distance / 2);
            mean = (float) distance;
            seen = 1;
            return;
        }
        seen = (short) Math.min(seen + 1, MEMORY);
        mean += (float) (weight / seen * (distance - mean));
        var step = weight * Math.max(quantile, mean) * PACE * (seen < QUICK ? QUICKER : 1);
        if (distance > quantile) {
            var most = LARGEST_JUMP * Math.max(excess, LEAST_EXCESS * quantile);
            excess += (float) (weight / FEW * (Math.min(distance - quantile, most) - excess));
            quantile += (float) (step * (1 - SHARE));
        } else {
            quantile -= (float) (step * SHARE);
        }
        quantile = (float) Math.max(quantile, LEAST_SHARE * mean);
    }

    int bytes() {
        return 3 * Float.BYTES + Short.BYTES;
    }

    void write(ByteBuffer state) {
        state.putFloat(quantile).putFloat(excess).putFloat(mean).putShort(seen);
    }

    void read(ByteBuffer state) {
        quantile = state.getFloat();
        excess = state.getFloat();
        mean = state.getFloat();
        seen = state.getShort();
    }
}

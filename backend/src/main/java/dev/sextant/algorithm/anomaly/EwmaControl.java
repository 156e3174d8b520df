// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import java.nio.ByteBuffer;

/// A control chart of an exponentially weighted mean: it notices small lasting shifts that single points hide. Limits at
/// three standard deviations of the charted mean. Roberts, "Control chart tests based on geometric moving averages",
/// Technometrics 1, 1959. Mean and deviation are themselves learnt slowly and leave out what lies beyond the limits.
final class EwmaControl extends BandDetector {
    private static final double WEIGHT = 0.2;
    private static final double LIMIT = 3;
    private static final int SPAN = 500;
    private static final int ENOUGH = 50;

    /// What lies outside is learnt with this share, so that a new level becomes usual in the end.
    private static final double SHARE_OUTSIDE = 0.1;

    private double charted;
    private double mean;
    private double variance;
    private double seen;

    @Override
    int enough() {
        return ENOUGH;
    }

    @Override
    Band band(long time) {
        var limit = LIMIT * Math.sqrt(variance * WEIGHT / (2 - WEIGHT));
        var middle = mean - (1 - WEIGHT) * (charted - mean) / WEIGHT;
        return new Band(mean, middle, limit / WEIGHT);
    }

    @Override
    void learn(long time, double value, double score) {
        if (seen == 0) {
            charted = value;
            mean = value;
        }
        charted += WEIGHT * (value - charted);
        seen = Math.min(seen + 1, SPAN);
        var share = (score >= Anomaly.BORDER ? SHARE_OUTSIDE : 1) / seen;
        var distance = value - mean;
        mean += share * distance;
        variance += share * (distance * (value - mean) - variance);
    }

    @Override
    Symptom symptom() {
        return Symptom.LEVEL;
    }

    @Override
    int bytes() {
        return 4 * Double.BYTES;
    }

    @Override
    void write(ByteBuffer state) {
        state.putDouble(charted).putDouble(mean).putDouble(variance).putDouble(seen);
    }

    @Override
    void read(ByteBuffer state) {
        charted = state.getDouble();
        mean = state.getDouble();
        variance = state.getDouble();
        seen = state.getDouble();
    }
}

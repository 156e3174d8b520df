// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import java.nio.ByteBuffer;

/// Holds scores below the border where the caller's options say that a point doesn't count. Fed in the order of time.
final class Selection {
    private static final long NONE = Long.MIN_VALUE;

    private final AnomalyOptions options;
    private long unusualSince = NONE;

    Selection(AnomalyOptions options) {
        this.options = options;
    }

    Anomaly select(long time, Anomaly anomaly) {
        if (anomaly.reason().symptom() == Symptom.MISSING) {
            return anomaly;
        }
        if (!anomaly.isAnomalous() || !isFarEnough(anomaly)) {
            unusualSince = NONE;
            return anomaly.belowBorder();
        }
        if (unusualSince == NONE) {
            unusualSince = time;
        }
        return time - unusualSince >= options.minimumDuration().toMillis()
                ? anomaly
                : anomaly.belowBorder();
    }

    void read(ByteBuffer state) {
        unusualSince = state.getLong();
    }

    void write(ByteBuffer state) {
        state.putLong(unusualSince);
    }

    private boolean isFarEnough(Anomaly anomaly) {
        var deviation = anomaly.reason().deviation();
        var distance = Math.abs(deviation);
        return options.direction().admits(deviation)
                && distance >= options.minimumDeviation()
                && distance >= options.minimumShare() * Math.abs(anomaly.expected());
    }
}

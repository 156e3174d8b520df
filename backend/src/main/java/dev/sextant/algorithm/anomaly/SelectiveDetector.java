// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import java.nio.ByteBuffer;

/// Puts the caller's options around any method.
final class SelectiveDetector implements Detector {
    private static final long NONE = Long.MIN_VALUE;

    private final Detector detector;
    private final AnomalyOptions options;
    private long unusualSince = NONE;

    SelectiveDetector(Detector detector, AnomalyOptions options) {
        this.detector = detector;
        this.options = options;
    }

    /// Goes on where a [#snapshot] stood; the caller has restored the method inside from the rest
    /// of the bytes.
    SelectiveDetector(Detector detector, AnomalyOptions options, ByteBuffer state) {
        this(detector, options);
        unusualSince = state.getLong();
    }

    @Override
    public Anomaly advance(long time, double value) {
        var anomaly = detector.advance(time, value);
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

    @Override
    public byte[] snapshot() {
        var inner = detector.snapshot();
        return ByteBuffer.allocate(Long.BYTES + inner.length)
                .putLong(unusualSince)
                .put(inner)
                .array();
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

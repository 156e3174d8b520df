// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.nio.ByteBuffer;

/// Puts the caller's options around any method.
final class SelectiveDetector implements Detector {
    private final Detector detector;
    private final Selection selection;

    SelectiveDetector(Detector detector, AnomalyOptions options) {
        this.detector = detector;
        selection = new Selection(options);
    }

    /// Goes on where a [#snapshot] stood; the caller has restored the method inside from the rest
    /// of the bytes.
    SelectiveDetector(Detector detector, AnomalyOptions options, ByteBuffer state) {
        this(detector, options);
        read(state);
    }

    @Override
    public Anomaly advance(long time, double value) {
        return selection.select(time, detector.advance(time, value));
    }

    @Override
    public byte[] snapshot() {
        var inner = detector.snapshot();
        var state = ByteBuffer.allocate(Long.BYTES + inner.length);
        write(state);
        return state.put(inner).array();
    }

    void read(ByteBuffer state) {
        selection.read(state);
    }

    void write(ByteBuffer state) {
        selection.write(state);
    }
}

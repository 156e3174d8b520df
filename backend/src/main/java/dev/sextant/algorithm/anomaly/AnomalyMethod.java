// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// The methods by the names under which scripts and the REST interface ask for them.
public enum AnomalyMethod {
    /// See [AutoDetector]; needs no setting.
    AUTO("auto"),
    /// See [DeviationDetector]; needs no setting.
    DEVIATION("deviation"),
    /// See [RobustZ].
    ROBUST_Z("robustZ"),
    /// See [EwmaControl].
    EWMA("ewma"),
    /// See [DriftSpot].
    DSPOT("dspot"),
    /// See [HoltWinters].
    HOLT_WINTERS("holtWinters");

    private final String title;

    AnomalyMethod(String title) {
        this.title = title;
    }

    /// The method of that name, if there is one.
    public static Optional<AnomalyMethod> find(String name) {
        return Arrays.stream(values()).filter(method -> method.title.equals(name)).findFirst();
    }

    public String title() {
        return title;
    }

    /// A detector that knows nothing yet.
    public Detector start(AnomalyOptions options) {
        return new SelectiveDetector(fresh(), options);
    }

    /// Goes on from [Detector#snapshot] of a detector of this method and these options.
    public Detector restore(AnomalyOptions options, byte[] snapshot) {
        var state = ByteBuffer.wrap(snapshot);
        var since = state.slice(0, Long.BYTES);
        return new SelectiveDetector(from(state.position(Long.BYTES)), options, since);
    }

    private Detector fresh() {
        return switch (this) {
            case AUTO -> new AutoDetector();
            case DEVIATION -> new DeviationDetector();
            case ROBUST_Z -> new RobustZ();
            case EWMA -> new EwmaControl();
            case DSPOT -> new DriftSpot();
            case HOLT_WINTERS -> new HoltWinters();
        };
    }

    private Detector from(ByteBuffer state) {
        return switch (this) {
            case AUTO -> new AutoDetector(state);
            case DEVIATION -> new DeviationDetector(state);
            case ROBUST_Z -> BandDetector.restored(new RobustZ(), state);
            case EWMA -> BandDetector.restored(new EwmaControl(), state);
            case DSPOT -> BandDetector.restored(new DriftSpot(), state);
            case HOLT_WINTERS -> BandDetector.restored(new HoltWinters(), state);
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

/// A method at work on one series: fed with points in the order of their times, it answers each
/// before it learns from it. Not safe for use by several threads at once.
public interface Detector {
    /// Judges the next point, then learns from it. A point without a number (NaN, infinite) is
    /// answered as missing.
    ///
    /// @param time milliseconds since 1970-01-01T00:00Z; steps may be irregular
    /// @param value the series' value
    Anomaly advance(long time, double value);

    /// All that the detector knows, so that [AnomalyMethod#restore] goes on exactly where this one
    /// stands.
    byte[] snapshot();

    /// Judges a whole series as if its points came one by one.
    ///
    /// @param times milliseconds since 1970-01-01T00:00Z, as many as values
    default Anomalies advanceAll(long[] times, double[] values) {
        if (times.length != values.length) {
            throw new IllegalArgumentException(
                    times.length + " times do not fit " + values.length + " values");
        }
        var result = Anomalies.ofSize(times.length);
        for (var i = 0; i < times.length; i++) {
            result.set(i, advance(times[i], values[i]));
        }
        return result;
    }
}

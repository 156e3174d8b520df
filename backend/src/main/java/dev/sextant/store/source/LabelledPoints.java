// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store.source;

import dev.sextant.telemetry.Labels;

/// Takes points of a source while they are read. What it throws ends the reading.
@FunctionalInterface
public interface LabelledPoints {
    /// Points of one series in order of time, later than those that it had before.
    ///
    /// @param length how many of the arrays' places hold points; the arrays are the caller's and change after the call
    void points(Labels labels, long[] times, double[] values, int length);
}

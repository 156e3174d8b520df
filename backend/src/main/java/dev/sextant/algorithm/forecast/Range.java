// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

/// What a forecast may reach: an unstable recursion is held instead of running away.
///
/// @param low least value
/// @param high greatest value
record Range(double low, double high) {
    /// The range of `values`, wider by `room` times itself on each side.
    static Range of(double[] values, double room) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double width = (high - low) * room;
        return new Range(low - width, high + width);
    }

    /// The same, reaching further on the side to which the series goes.
    ///
    /// @param by how far it went; negative downwards
    Range moved(double by) {
        return new Range(low + Math.min(0, by), high + Math.max(0, by));
    }

    double hold(double value) {
        return Math.min(high, Math.max(low, value));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

import dev.sextant.algorithm.change.Robust;
import java.util.Arrays;

/// A series without unit and origin: its median is 0, its mean distance from it 1, gaps are bridged by the value before.
///
/// @param known how many numbers were given
record Standard(double[] values, int known, boolean isConstant) {
    private static final double FLAT = 1e-12;

    static Standard of(double[] given) {
        var finite = Arrays.stream(given).filter(Double::isFinite).toArray();
        var largest = Arrays.stream(finite).map(Math::abs).max().orElse(0);
        var size = largest > 0 ? largest : 1;
        var centre = Robust.median(finite) / size;
        var spread =
                Arrays.stream(finite)
                        .map(value -> Math.abs(value / size - centre))
                        .average()
                        .orElse(0);
        var isConstant = !(spread > FLAT);
        var values = new double[given.length];
        var last = 0.0;
        for (var i = 0; i < given.length; i++) {
            if (Double.isFinite(given[i]) && !isConstant) {
                last = (given[i] / size - centre) / spread;
            }
            values[i] = last;
        }
        return new Standard(values, finite.length, isConstant);
    }
}

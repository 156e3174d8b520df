// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.Arrays;

/// A series fit for arithmetic: missing and infinite points left out, moved and scaled so that values are near 0 and squares cannot
/// overflow. Methods work on it and do not depend on the unit or the origin of what they were given.
final class CleanSeries {
    private final double[] values;
    private final double[] raw;
    private final int[] places;

    private CleanSeries(double[] values, double[] raw, int[] places) {
        this.values = values;
        this.raw = raw;
        this.places = places;
    }

    static CleanSeries of(double[] given) {
        var raw = new double[given.length];
        var places = new int[given.length];
        int count = 0;
        for (int i = 0; i < given.length; i++) {
            if (Double.isFinite(given[i])) {
                raw[count] = given[i];
                places[count++] = i;
            }
        }
        raw = Arrays.copyOf(raw, count);
        return new CleanSeries(standardised(raw), raw, Arrays.copyOf(places, count));
    }

    /// Standardised finite values; the caller must not change them.
    double[] values() {
        return values;
    }

    /// The same values in their own unit.
    double[] raw() {
        return raw;
    }

    /// Where each of them stood in the array that was given.
    int[] places() {
        return places;
    }

    int size() {
        return values.length;
    }

    boolean isConstant() {
        return Arrays.stream(values).allMatch(value -> value == 0);
    }

    private static double[] standardised(double[] raw) {
        var values = raw.clone();
        double largest = Arrays.stream(raw).map(Math::abs).max().orElse(0);
        if (largest == 0) {
            return values;
        }
        Arrays.setAll(values, i -> raw[i] / largest);
        double centre = Robust.median(values);
        Arrays.setAll(values, i -> values[i] - centre);
        double spread = Arrays.stream(values).map(Math::abs).average().orElse(0);
        // What is left of a constant series is rounding.
        double scale = spread <= 1e-14 ? 0 : 1 / spread;
        Arrays.setAll(values, i -> values[i] * scale);
        return values;
    }
}

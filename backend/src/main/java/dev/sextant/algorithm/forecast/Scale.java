// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

/// Centre and spread of a series, to work on numbers about 1.
///
/// @param spread standard deviation; 0 for a constant
record Scale(double centre, double spread) {
    static Scale of(double[] values) {
        double centre = 0;
        for (double value : values) {
            centre += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - centre) * (value - centre) / values.length;
        }
        double spread = Math.sqrt(squares);
        return new Scale(centre, spread <= 1e-13 * Math.abs(centre) ? 0 : spread);
    }

    double[] apply(double[] values) {
        var scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = (values[i] - centre) / spread;
        }
        return scaled;
    }

    double[] undo(double[] values) {
        var whole = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            whole[i] = values[i] * spread + centre;
        }
        return whole;
    }
}

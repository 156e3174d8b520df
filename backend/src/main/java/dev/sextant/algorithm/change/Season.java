// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.Arrays;

/// The strongest season of a series, found by how much of what remains around a moving average it explains (the strength of Wang,
/// Smith and Hyndman, "Characteristic-based clustering for time series data", 2006, corrected for the number of phases).
///
/// @param period points of one cycle
/// @param strength share of the detrended variance that it explains, at most 1
record Season(int period, double strength) {
    private static final int SHORTEST = 4;
    private static final int CYCLES = 3;
    private static final double CLEAR = 0.6;
    // A longer period must explain this much more, else multiples of the true one would win.
    private static final double BETTER = 0.02;

    /// The values without their season where one is clear and was seen three times, else the values themselves.
    static double[] removed(double[] values) {
        var best = new Season(0, CLEAR - BETTER);
        for (int period = SHORTEST; period <= values.length / CYCLES; period++) {
            double strength = strength(values, period);
            if (strength > best.strength + BETTER) {
                best = new Season(period, strength);
            }
        }
        return best.period == 0 ? values : best.takenFrom(values);
    }

    private double[] takenFrom(double[] values) {
        var rest = detrended(values, period);
        var shape = new double[period];
        Arrays.setAll(shape, phase -> Robust.median(phase(rest, phase)));
        double level = Arrays.stream(shape).average().orElse(0);
        var without = new double[values.length];
        Arrays.setAll(without, i -> values[i] - shape[i % period] + level);
        return without;
    }

    private double[] phase(double[] rest, int phase) {
        var found = new double[(rest.length - phase + period - 1) / period];
        Arrays.setAll(found, cycle -> rest[phase + cycle * period]);
        return found;
    }

    private static double strength(double[] values, int period) {
        var rest = detrended(values, period);
        var sums = new double[period];
        double squares = 0;
        for (int i = 0; i < rest.length; i++) {
            sums[i % period] += rest[i];
            squares += rest[i] * rest[i];
        }
        if (squares <= 0) {
            return 0;
        }
        double explained = 0;
        for (int phase = 0; phase < period; phase++) {
            int count = (rest.length - phase + period - 1) / period;
            explained += sums[phase] * sums[phase] / count;
        }
        double free = (double) (rest.length - 1) / (rest.length - period);
        return 1 - (1 - explained / squares) * free;
    }

    // What remains around the mean of one period; at the ends, around the mean of what there is.
    private static double[] detrended(double[] values, int period) {
        int size = values.length;
        var sums = new double[size + 1];
        for (int i = 0; i < size; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        var rest = new double[size];
        for (int i = 0; i < size; i++) {
            int from = Math.clamp(i - period / 2, 0, size - period);
            rest[i] = values[i] - (sums[from + period] - sums[from]) / period;
        }
        return rest;
    }
}

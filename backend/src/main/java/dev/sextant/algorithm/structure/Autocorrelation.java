// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.structure;

/// The autocorrelation at all lags at once: the inverse transform of the periodogram.
final class Autocorrelation {
    private Autocorrelation() {}

    /// Correlation with itself at lags 0 to `length - 1`, each sum divided by its own count of pairs; all 0 for a
    /// constant.
    static double[] of(double[] values) {
        int size = Integer.highestOneBit(Math.max(1, values.length)) * 4;
        var real = new double[size];
        var imaginary = new double[size];
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        for (int i = 0; i < values.length; i++) {
            real[i] = values[i] - mean;
        }
        transform(real, imaginary);
        for (int i = 0; i < size; i++) {
            real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
            imaginary[i] = 0;
        }
        transform(real, imaginary);
        var correlation = new double[values.length];
        double variance = real[0] / values.length;
        for (int lag = 0; lag < values.length && variance > 0; lag++) {
            correlation[lag] = real[lag] / (values.length - lag) / variance;
        }
        return correlation;
    }

    // Cooley and Tukey, 1965; the length is a power of two.
    private static void transform(double[] real, double[] imaginary) {
        shuffle(real, imaginary);
        for (int half = 1; half < real.length; half *= 2) {
            for (int k = 0; k < half; k++) {
                double angle = -Math.PI * k / half;
                turn(
                        real,
                        imaginary,
                        new int[] {k, half},
                        new double[] {Math.cos(angle), Math.sin(angle)});
            }
        }
    }

    private static void turn(double[] real, double[] imaginary, int[] place, double[] factor) {
        int half = place[1];
        for (int i = place[0]; i < real.length; i += 2 * half) {
            int j = i + half;
            double x = real[j] * factor[0] - imaginary[j] * factor[1];
            double y = real[j] * factor[1] + imaginary[j] * factor[0];
            real[j] = real[i] - x;
            imaginary[j] = imaginary[i] - y;
            real[i] += x;
            imaginary[i] += y;
        }
    }

    private static void shuffle(double[] real, double[] imaginary) {
        int bits = Integer.numberOfTrailingZeros(real.length);
        for (int i = 0; i < real.length; i++) {
            int j = bits == 0 ? 0 : Integer.reverse(i) >>> (32 - bits);
            if (j > i) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}

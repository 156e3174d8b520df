// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

/// The fast Fourier transform in place; Cooley and Tukey, "An algorithm for the machine calculation of complex Fourier series",
/// Mathematics of Computation 19, 1965.
final class Fourier {
    private Fourier() {}

    /// @param real as long as a power of 2
    /// @param imaginary as long as real
    static void transform(double[] real, double[] imaginary, boolean isBack) {
        var size = real.length;
        reorder(real, imaginary);
        for (var half = 1; half < size; half *= 2) {
            var angle = (isBack ? Math.PI : -Math.PI) / half;
            for (var k = 0; k < half; k++) {
                var cosine = Math.cos(angle * k);
                var sine = Math.sin(angle * k);
                for (var i = k; i < size; i += 2 * half) {
                    var j = i + half;
                    var re = real[j] * cosine - imaginary[j] * sine;
                    var im = real[j] * sine + imaginary[j] * cosine;
                    real[j] = real[i] - re;
                    imaginary[j] = imaginary[i] - im;
                    real[i] += re;
                    imaginary[i] += im;
                }
            }
        }
        for (var i = 0; isBack && i < size; i++) {
            real[i] /= size;
            imaginary[i] /= size;
        }
    }

    private static void reorder(double[] real, double[] imaginary) {
        var shift = Integer.numberOfLeadingZeros(real.length) + 1;
        for (var i = 0; i < real.length; i++) {
            var j = real.length == 1 ? 0 : Integer.reverse(i) >>> shift;
            if (j > i) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        var value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}

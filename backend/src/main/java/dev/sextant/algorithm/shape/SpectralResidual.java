// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

import java.util.Arrays;

/// What a spectrum with its usual course taken out leaves: the saliency map, each point against the mean of the 21 before it,
/// the border at six times that mean (the paper's four is passed by noise). Hou and Zhang, "Saliency detection: a spectral residual approach", CVPR 2007; Ren et al.,
/// "Time-series anomaly detection service at Microsoft", KDD 2019, from which the five estimated points behind the end are, too.
/// Costs n log n.
final class SpectralResidual {
    private static final int SMOOTH = 3;
    private static final int AHEAD = 5;
    private static final int LOCAL = 21;
    private static final double BORDER = 5;
    private static final double LEAST = 1e-8;

    private SpectralResidual() {}

    static double[] scores(double[] values) {
        var saliency = saliency(values);
        var scores = new double[values.length];
        var sum = 0.0;
        for (var i = 0; i < scores.length; i++) {
            if (i >= LOCAL) {
                var mean = Math.max(sum / LOCAL, LEAST);
                scores[i] = (saliency[i] - mean) / mean / BORDER;
                sum -= saliency[i - LOCAL];
            }
            sum += saliency[i];
        }
        return scores;
    }

    private static double[] saliency(double[] values) {
        var size = Integer.highestOneBit(Math.max(2, values.length + AHEAD - 1)) << 1;
        var real = Arrays.copyOf(values, size);
        Arrays.fill(real, values.length, size, ahead(values));
        var imaginary = new double[size];
        Fourier.transform(real, imaginary, false);
        var logs = new double[size];
        for (var i = 0; i < size; i++) {
            logs[i] = Math.log(Math.max(Math.hypot(real[i], imaginary[i]), LEAST));
        }
        for (var i = 0; i < size; i++) {
            var mean = 0.0;
            for (var j = i - SMOOTH / 2; j <= i + SMOOTH / 2; j++) {
                mean += logs[Math.floorMod(j, size)] / SMOOTH;
            }
            var share = Math.exp(logs[i] - mean) / Math.exp(logs[i]);
            real[i] *= share;
            imaginary[i] *= share;
        }
        Fourier.transform(real, imaginary, true);
        var saliency = new double[values.length];
        Arrays.setAll(saliency, i -> Math.hypot(real[i], imaginary[i]));
        return saliency;
    }

    // The value that the mean slope to the last points leads to.
    private static double ahead(double[] values) {
        var last = values.length - 1;
        var slope = 0.0;
        for (var back = 1; back <= AHEAD; back++) {
            slope += (values[last] - values[Math.max(0, last - back)]) / back / AHEAD;
        }
        return values[Math.max(0, last - AHEAD + 1)] + slope * AHEAD;
    }
}

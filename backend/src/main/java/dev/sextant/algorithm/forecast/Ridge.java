// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

/// Linear least squares with a ridge, on normal equations: minimises the mean of (y - X c)² + ridge · c².
final class Ridge {
    private final int width;
    private final double[] products;
    private final double[] targets;
    private int rows;

    Ridge(int width) {
        this.width = width;
        products = new double[width * width];
        targets = new double[width];
    }

    /// Adds one observation; `inputs` may be used again by the caller.
    void add(double[] inputs, double target) {
        rows++;
        for (int i = 0; i < width; i++) {
            double input = inputs[i];
            targets[i] += input * target;
            int row = i * width;
            for (int j = 0; j <= i; j++) {
                products[row + j] += input * inputs[j];
            }
        }
    }

    /// The coefficients, by Cholesky's decomposition; a direction without information gets 0.
    double[] solve(double ridge) {
        var lower = products.clone();
        for (int i = 0; i < width; i++) {
            lower[i * width + i] += ridge * Math.max(1, rows);
        }
        decompose(lower);
        return backward(lower, forward(lower));
    }

    private void decompose(double[] lower) {
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = lower[i * width + j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i * width + k] * lower[j * width + k];
                }
                double pivot = lower[j * width + j];
                lower[i * width + j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / pivot;
            }
        }
    }

    private double[] forward(double[] lower) {
        var half = new double[width];
        for (int i = 0; i < width; i++) {
            double sum = targets[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i * width + k] * half[k];
            }
            half[i] = sum / lower[i * width + i];
        }
        return half;
    }

    private double[] backward(double[] lower, double[] half) {
        var whole = new double[width];
        for (int i = width - 1; i >= 0; i--) {
            double sum = half[i];
            for (int k = i + 1; k < width; k++) {
                sum -= lower[k * width + i] * whole[k];
            }
            whole[i] = sum / lower[i * width + i];
        }
        return whole;
    }
}

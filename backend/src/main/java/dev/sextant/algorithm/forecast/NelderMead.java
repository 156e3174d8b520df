// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.function.ToDoubleFunction;

/// Finds a low point of a function without its slopes (Nelder and Mead, 1965), for a handful of parameters.
///
/// @param step first step in each direction
/// @param evaluations at most, so that a fit has a known cost
record NelderMead(double step, int evaluations) {
    private static final double CLOSE = 1e-7;

    /// The best point found from `start`; where the function is NaN it counts as infinitely high.
    double[] minimise(ToDoubleFunction<double[]> function, double[] start) {
        return new Search(function, start, step).run(evaluations);
    }

    private static final class Search {
        private final ToDoubleFunction<double[]> function;
        private final double[][] points;
        private final double[] heights;
        private int used;

        Search(ToDoubleFunction<double[]> function, double[] start, double step) {
            this.function = function;
            points = new double[start.length + 1][];
            heights = new double[start.length + 1];
            for (int i = 0; i < points.length; i++) {
                points[i] = start.clone();
                if (i > 0) {
                    points[i][i - 1] += step;
                }
                heights[i] = height(points[i]);
            }
        }

        double[] run(int evaluations) {
            sort();
            while (used < evaluations && !isFlat()) {
                advance();
                sort();
            }
            return points[0];
        }

        private void advance() {
            int worst = points.length - 1;
            var centre = centre();
            var reflected = beyond(centre, 1);
            double height = height(reflected);
            if (height < heights[0]) {
                var further = beyond(centre, 2);
                replaceByBetter(reflected, height, further, height(further));
            } else if (height < heights[worst - 1 < 0 ? 0 : worst - 1]) {
                replace(reflected, height);
            } else {
                var nearer = beyond(centre, height < heights[worst] ? 0.5 : -0.5);
                double nearerHeight = height(nearer);
                if (nearerHeight < Math.min(height, heights[worst])) {
                    replace(nearer, nearerHeight);
                } else {
                    shrink();
                }
            }
        }

        private void replaceByBetter(
                double[] one, double oneHeight, double[] other, double otherHeight) {
            if (otherHeight < oneHeight) {
                replace(other, otherHeight);
            } else {
                replace(one, oneHeight);
            }
        }

        private void replace(double[] point, double height) {
            points[points.length - 1] = point;
            heights[heights.length - 1] = height;
        }

        private void shrink() {
            for (int i = 1; i < points.length; i++) {
                for (int j = 0; j < points[i].length; j++) {
                    points[i][j] = (points[i][j] + points[0][j]) / 2;
                }
                heights[i] = height(points[i]);
            }
        }

        private double[] centre() {
            var centre = new double[points[0].length];
            for (int i = 0; i < points.length - 1; i++) {
                for (int j = 0; j < centre.length; j++) {
                    centre[j] += points[i][j] / (points.length - 1);
                }
            }
            return centre;
        }

        private double[] beyond(double[] centre, double factor) {
            var worst = points[points.length - 1];
            var point = new double[centre.length];
            for (int j = 0; j < point.length; j++) {
                point[j] = centre[j] + factor * (centre[j] - worst[j]);
            }
            return point;
        }

        private double height(double[] point) {
            used++;
            double height = function.applyAsDouble(point);
            return Double.isNaN(height) ? Double.POSITIVE_INFINITY : height;
        }

        private boolean isFlat() {
            double best = heights[0];
            double worst = heights[heights.length - 1];
            return worst - best <= CLOSE * (Math.abs(best) + Double.MIN_NORMAL);
        }

        private void sort() {
            for (int i = 1; i < points.length; i++) {
                for (int j = i; j > 0 && heights[j] < heights[j - 1]; j--) {
                    var point = points[j];
                    points[j] = points[j - 1];
                    points[j - 1] = point;
                    double height = heights[j];
                    heights[j] = heights[j - 1];
                    heights[j - 1] = height;
                }
            }
        }
    }
}

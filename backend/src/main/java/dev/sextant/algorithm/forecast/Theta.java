// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

/// The theta method (Assimakopoulos and Nikolopoulos, 2000) in its dynamic form as a state space (Fiorucci, Pellegrini,
/// Louzada, Petropoulos and Koehler, 2016): level by smoothing, plus a part of the line through all points so far.
///
/// @param optimised learns theta from the series; else it is 2, as in the standard method
record Theta(boolean optimised) implements ForecastMethod {
    private static final NelderMead SEARCH = new NelderMead(0.8, 100);
    private static final double STANDARD = 2;
    private static final double HIGHEST = 10;

    @Override
    public Fitted fit(double[] values) {
        double level = Bounded.free(0, 1, 0.5);
        double[] start =
                optimised
                        ? new double[] {level, Bounded.free(1, HIGHEST, 2)}
                        : new double[] {level};
        return learnt(
                SEARCH.minimise(free -> learnt(free).run(values, values.length).squares, start));
    }

    private Learnt learnt(double[] free) {
        double theta = optimised ? Bounded.between(1, HIGHEST, free[1]) : STANDARD;
        return new Learnt(Bounded.between(0.001, 1, free[0]), 1 - 1 / theta);
    }

    /// Learnt theta lines.
    ///
    /// @param level share of an error that moves the level
    /// @param line weight of the straight line, 0 to 1
    private record Learnt(double level, double line) implements Fitted {
        @Override
        public double[] forecast(double[] values, int end, int horizon) {
            var run = run(values, end);
            var path = new double[horizon];
            for (int i = 0; i < horizon; i++) {
                path[i] = run.expected();
                run.take(path[i]);
            }
            return path;
        }

        private Run run(double[] values, int end) {
            var run = new Run(level, line, values[0]);
            for (int i = 0; i < end; i++) {
                run.score(values[i]);
                run.take(values[i]);
            }
            return run;
        }
    }

    // States of the paper: level l, mean so far, line A + B t through the points so far.
    private static final class Run {
        private final double share;
        private final double line;
        private double level;
        private double mean;
        private double slope;
        private double fading = 1;
        private int count;
        private double squares;

        Run(double share, double line, double first) {
            this.share = share;
            this.line = line;
            level = first * (1 - line);
        }

        double expected() {
            double start = mean - slope * (count + 1) / 2;
            double grown = (1 - fading * (1 - share)) / share;
            return level + line * (fading * start + grown * slope);
        }

        void score(double value) {
            double error = value - expected();
            squares += count < 2 ? 0 : error * error;
        }

        void take(double value) {
            count++;
            double before = mean;
            mean += (value - mean) / count;
            slope =
                    count < 2
                            ? 0
                            : ((count - 2) * slope + 6 * (value - before) / count) / (count + 1);
            level += share * (value - level);
            fading *= 1 - share;
        }
    }
}

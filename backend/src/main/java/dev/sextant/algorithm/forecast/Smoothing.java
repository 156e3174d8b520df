// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

/// Exponential smoothing without season in its additive forms: simple (Brown, 1959), Holt's linear trend (1957), damped
/// trend (Gardner and McKenzie, 1985). Parameters by least squares of the errors one step ahead.
///
/// @param trend the form
record Smoothing(Trend trend) implements ForecastMethod {
    /// What the forecast does with the slope.
    enum Trend {
        NONE(1),
        LINEAR(2),
        DAMPED(3);

        private final int parameters;

        Trend(int parameters) {
            this.parameters = parameters;
        }
    }

    private static final NelderMead SEARCH = new NelderMead(0.8, 120);
    private static final int WARM_UP = 10;
    private static final double[] START = {
        Bounded.free(0, 1, 0.4), Bounded.free(0, 1, 0.1), Bounded.free(0.8, 0.98, 0.93)
    };

    @Override
    public Learnt fit(double[] values) {
        var free = java.util.Arrays.copyOf(START, trend.parameters);
        free = SEARCH.minimise(point -> learnt(point, 0).run(values, values.length).squares, free);
        var run = learnt(free, 0).run(values, values.length);
        return learnt(free, akaike(run.squares, values.length));
    }

    // n log(SSE/n) + 2 k, with the two first states among what was learnt.
    private double akaike(double squares, int length) {
        int learnt = trend.parameters + (trend == Trend.NONE ? 1 : 2);
        return length * Math.log(squares / length + Double.MIN_NORMAL) + 2.0 * learnt;
    }

    private Learnt learnt(double[] free, double akaike) {
        double level = Bounded.between(0, 1, free[0]);
        double slope = trend == Trend.NONE ? 0 : Bounded.between(0, 1, free[1]);
        double damping =
                switch (trend) {
                    case NONE -> 0;
                    case LINEAR -> 1;
                    case DAMPED -> Bounded.between(0.8, 0.98, free[2]);
                };
        return new Learnt(level, level * slope, damping, akaike);
    }

    /// Learnt smoothing.
    ///
    /// @param level share of an error that moves the level, 0 to 1
    /// @param slope share of an error that moves the slope
    /// @param damping share of the slope that is left one step later; 0 without trend
    /// @param akaike information criterion of the fit: lower is better
    record Learnt(double level, double slope, double damping, double akaike) implements Fitted {
        @Override
        public double[] forecast(double[] values, int end, int horizon) {
            var run = run(values, end);
            var path = new double[horizon];
            double now = run.level;
            double step = run.slope;
            for (int i = 0; i < horizon; i++) {
                step *= damping;
                now += step;
                path[i] = now;
            }
            return path;
        }

        private Run run(double[] values, int end) {
            int warm = Math.min(WARM_UP, end);
            double slopeNow = damping == 0 || warm < 3 ? 0 : slopeOf(values, warm);
            double levelNow = mean(values, warm) - slopeNow * (warm + 1) / 2;
            double squares = 0;
            for (int i = 0; i < end; i++) {
                double expected = levelNow + damping * slopeNow;
                double error = values[i] - expected;
                squares += error * error;
                levelNow = expected + level * error;
                slopeNow = damping * slopeNow + slope * error;
            }
            return new Run(levelNow, slopeNow, squares);
        }

        private static double mean(double[] values, int count) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += values[i] / count;
            }
            return sum;
        }

        private static double slopeOf(double[] values, int count) {
            double sum = 0;
            double spread = 0;
            for (int i = 0; i < count; i++) {
                double x = i - (count - 1) / 2.0;
                sum += x * values[i];
                spread += x * x;
            }
            return sum / spread;
        }
    }

    private record Run(double level, double slope, double squares) {}
}

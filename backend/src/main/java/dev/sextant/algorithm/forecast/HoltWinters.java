// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.Arrays;
import java.util.List;

/// Holt-Winters with any number of additive seasons, a damped slope, and the error's own memory (Winters, 1960; Taylor,
/// "Short-term electricity demand forecasting using double seasonal exponential smoothing", 2003).
///
/// @param seasons periods in points, in rising order; those that a series does not hold twice are left out
record HoltWinters(List<Integer> seasons) implements ForecastMethod {
    private static final NelderMead SEARCH = new NelderMead(0.8, 160);
    private static final int FIRST_CYCLES = 3;
    private static final double DAMPING = 0.97;
    private static final double FASTEST_SLOPE = 0.2;
    private static final int OWN = 3;

    HoltWinters {
        seasons = List.copyOf(seasons);
    }

    @Override
    public Fitted fit(double[] values) {
        var periods = seasons.stream().filter(period -> 2 * period <= values.length).toList();
        var first = firstSeasons(values, periods);
        var start = new double[OWN + periods.size()];
        start[0] = Bounded.free(0, 1, 0.2);
        start[1] = Bounded.free(0, FASTEST_SLOPE, 0.005);
        start[2] = Bounded.free(-0.5, 0.98, 0.5);
        Arrays.fill(start, OWN, start.length, Bounded.free(0, 1, 0.2));
        var free =
                SEARCH.minimise(
                        point ->
                                new Learnt(weights(point), first)
                                        .run(values, values.length)
                                        .squares,
                        start);
        return new Learnt(weights(free), first);
    }

    private static double[] weights(double[] free) {
        var weights = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            weights[i] =
                    switch (i) {
                        case 1 -> Bounded.between(0, FASTEST_SLOPE, free[1]);
                        case 2 -> Bounded.between(-0.5, 0.98, free[2]);
                        default -> Bounded.between(0, 1, free[i]);
                    };
        }
        return weights;
    }

    // Mean shapes of the first cycles: each season's own, less those of the shorter ones.
    private static double[][] firstSeasons(double[] values, List<Integer> periods) {
        var shapes = new double[periods.size()][];
        int longest = periods.isEmpty() ? 1 : periods.getLast();
        int count = Math.min(values.length / longest, FIRST_CYCLES) * longest;
        var rest = Arrays.copyOf(values, count);
        take(rest, new double[] {Scale.of(rest).centre()});
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = shape(rest, periods.get(i));
            take(rest, shapes[i]);
        }
        return shapes;
    }

    private static double[] shape(double[] values, int period) {
        var sums = new double[period];
        var counts = new int[period];
        for (int i = 0; i < values.length; i++) {
            sums[i % period] += values[i];
            counts[i % period]++;
        }
        for (int i = 0; i < period; i++) {
            sums[i] /= Math.max(1, counts[i]);
        }
        return sums;
    }

    private static void take(double[] values, double[] shape) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= shape[i % shape.length];
        }
    }

    // Weights of level, slope, error memory, then one per season; and the seasons before the first
    // point.
    private record Learnt(double[] weights, double[][] first) implements Fitted {
        @Override
        public double[] forecast(double[] values, int end, int horizon) {
            var run = run(values, end);
            var path = new double[horizon];
            double level = run.level;
            double slope = run.slope;
            double memory = run.error;
            for (int i = 0; i < horizon; i++) {
                slope *= DAMPING;
                level += slope;
                memory *= weights[2];
                path[i] = level + memory + run.season(end + i);
            }
            return path;
        }

        private Run run(double[] values, int end) {
            var run = new Run(first);
            int warm = first.length == 0 ? 1 : first[first.length - 1].length;
            for (int i = 0; i < Math.min(warm, end); i++) {
                run.level += (values[i] - run.season(i)) / Math.min(warm, end);
            }
            for (int i = 0; i < end; i++) {
                run.take(values[i], i, weights);
            }
            return run;
        }
    }

    private static final class Run {
        private final double[][] seasons;
        private double level;
        private double slope;
        private double error;
        private double squares;

        Run(double[][] first) {
            seasons = new double[first.length][];
            for (int i = 0; i < first.length; i++) {
                seasons[i] = first[i].clone();
            }
        }

        double season(int at) {
            double sum = 0;
            for (var season : seasons) {
                sum += season[at % season.length];
            }
            return sum;
        }

        void take(double value, int at, double[] weights) {
            double expected = level + DAMPING * slope + season(at);
            double surprise = value - expected - weights[2] * error;
            squares += surprise * surprise;
            error = value - expected;
            level += DAMPING * slope + weights[0] * error;
            slope = DAMPING * slope + weights[1] * error;
            for (int i = 0; i < seasons.length; i++) {
                seasons[i][at % seasons[i].length] += weights[OWN + i] * error;
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Several methods at once: those that did badly in the back-test are left out, of the others the median is taken at
/// each step ("A simple combination of univariate models", Petropoulos and Svetunkov, 2020).
record Combination(List<ForecastMethod> members) {
    private static final double WORST = 2;

    Combination {
        members = List.copyOf(members);
    }

    /// The forecast of the kept members, and how wrong they were together in the past.
    ///
    /// @param values one point or more, all finite
    Outcome forecast(double[] values, int horizon) {
        var plan = Backtest.plan(values.length, horizon);
        var kept = new ArrayList<ForecastMethod>();
        var errors = plan.isEmpty() ? new double[0][] : choose(plan, values, kept);
        if (plan.isEmpty()) {
            kept.addAll(members);
        }
        var paths =
                kept.stream()
                        .map(member -> member.fit(values).forecast(values, values.length, horizon))
                        .filter(Combination::isSound)
                        .toArray(double[][]::new);
        var path =
                paths.length > 0
                        ? median(paths)
                        : new Naive().fit(values).forecast(values, values.length, horizon);
        return new Outcome(path, errors, fit(plan, values, errors));
    }

    private static boolean isSound(double[] path) {
        return Arrays.stream(path).allMatch(Double::isFinite);
    }

    private static double fit(Backtest plan, double[] values, double[][] errors) {
        if (plan.isEmpty()) {
            return 0;
        }
        double own = Backtest.size(errors);
        double naive = Backtest.size(plan.errors(plan.paths(new Naive(), values), values));
        if (own == 0) {
            return 1;
        }
        return naive > 0 ? Math.clamp(1 - own / naive, 0, 1) : 0;
    }

    private double[][] choose(Backtest plan, double[] values, List<ForecastMethod> kept) {
        var paths = new double[members.size()][][];
        var sizes = new double[paths.length];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = plan.paths(members.get(i), values);
            sizes[i] = Backtest.size(plan.errors(paths[i], values));
        }
        // Where arithmetic overflowed, the size is no number.
        double best = Arrays.stream(sizes).filter(Double::isFinite).min().orElse(Double.NaN);
        var chosen = new ArrayList<double[][]>();
        for (int i = 0; i < paths.length; i++) {
            if (sizes[i] <= WORST * best) {
                kept.add(members.get(i));
                chosen.add(paths[i]);
            }
        }
        var together = chosen.isEmpty() ? plan.paths(new Naive(), values) : together(chosen);
        return plan.errors(together, values);
    }

    private static double[][] together(List<double[][]> chosen) {
        var together = new double[chosen.getFirst().length][];
        for (int i = 0; i < together.length; i++) {
            int origin = i;
            together[i] =
                    median(chosen.stream().map(paths -> paths[origin]).toArray(double[][]::new));
        }
        return together;
    }

    private static double[] median(double[][] paths) {
        var median = new double[paths[0].length];
        var column = new double[paths.length];
        for (int i = 0; i < median.length; i++) {
            for (int j = 0; j < paths.length; j++) {
                column[j] = paths[j][i];
            }
            Arrays.sort(column);
            median[i] = (column[(column.length - 1) / 2] + column[column.length / 2]) / 2;
        }
        return median;
    }

    /// A path and what it is worth.
    ///
    /// @param path as long as the horizon, in the unit of the series
    /// @param errors per origin and step, what came less what was forecast; empty if nothing could be left out
    /// @param fit as in [Forecast]
    record Outcome(double[] path, double[][] errors, double fit) {}
}

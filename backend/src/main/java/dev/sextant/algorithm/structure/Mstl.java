// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Several seasons at once: STL for one season after the other on what the others leave, twice (Bandara, Hyndman and
/// Bergmeir, "MSTL", 2021).
///
/// @param periods in points, each 2 or more; those that a series does not hold twice are left out
/// @param robustRounds as in [Stl]
public record Mstl(List<Integer> periods, int robustRounds) {
    private static final int ROUNDS = 2;
    private static final int FIRST_WINDOW = 11;
    private static final int WINDOW_STEP = 4;

    public Mstl {
        periods = periods.stream().distinct().sorted().toList();
        if (!periods.isEmpty() && periods.getFirst() < 2) {
            throw new IllegalArgumentException(
                    "a season has 2 points or more, not " + periods.getFirst());
        }
    }

    /// Splits a series of any length; NaN is bridged. Without a season that fits, the trend is a smooth line.
    public Decomposition decompose(double[] series) {
        var values = Gaps.filled(series);
        var fitting = periods.stream().filter(period -> 2 * period <= values.length).toList();
        return fitting.isEmpty() ? withoutSeason(values) : withSeasons(values, fitting);
    }

    private Decomposition withSeasons(double[] values, List<Integer> fitting) {
        var parts = new double[fitting.size()][values.length];
        var rest = values.clone();
        var trend = values;
        int rounds = fitting.size() == 1 ? 1 : ROUNDS;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < parts.length; i++) {
                add(rest, parts[i], 1);
                var stl = new Stl(fitting.get(i), FIRST_WINDOW + WINDOW_STEP * i, robustRounds);
                var split = stl.decompose(rest);
                parts[i] = split.seasons().getFirst().values();
                trend = split.trend();
                add(rest, parts[i], -1);
            }
        }
        add(rest, trend, -1);
        var seasons = new ArrayList<SeasonalPart>();
        for (int i = 0; i < parts.length; i++) {
            seasons.add(new SeasonalPart(fitting.get(i), parts[i]));
        }
        return new Decomposition(trend, seasons, rest);
    }

    private static Decomposition withoutSeason(double[] values) {
        if (values.length < 3) {
            return new Decomposition(values, List.of(), new double[values.length]);
        }
        var loess = Loess.of(Math.max(3, values.length / 3));
        var trend = loess.smooth(values, Loess.trusting(values.length));
        var rest = Arrays.copyOf(values, values.length);
        add(rest, trend, -1);
        return new Decomposition(trend, List.of(), rest);
    }

    private static void add(double[] sum, double[] part, double sign) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += sign * part[i];
        }
    }
}

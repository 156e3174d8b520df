// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.algorithm.structure.Decomposition;
import dev.sextant.algorithm.structure.Mstl;
import dev.sextant.algorithm.structure.Seasons;
import dev.sextant.telemetry.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Seasons, and series taken apart.
final class StructureEntries {
    private static final int ROBUST_ROUNDS = 1;

    /// Beyond this, sums of squares are no numbers any more.
    private static final double LARGEST = 1e100;

    private StructureEntries() {}

    static List<Algorithm> all() {
        return List.of(
                new Algorithm(
                        Kind.STRUCTURE,
                        "decompose",
                        1,
                        new About(
                                "Trend, seasons and what neither explains; the three sum to the series. Gaps are bridged.",
                                "分解为趋势、周期与余项，三者之和即原序列；缺口会被补齐。",
                                "Bandara, Hyndman and Bergmeir, MSTL, 2021; Cleveland et al., STL, 1990"),
                        new Algorithm.Recipe(
                                List.of(Parameters.season()),
                                new Work.OfEach(StructureEntries::decomposed))),
                new Algorithm(
                        Kind.STRUCTURE,
                        "seasons",
                        1,
                        new About(
                                "The periods of each series: a row has one point per season, its length in milliseconds. Series without one are left out.",
                                "每条序列的周期：每个周期一个点，值为毫秒长度；没有周期的序列不出现。",
                                "Wen et al., RobustPeriod, 2021"),
                        new Algorithm.Recipe(
                                List.of(), new Work.OfEach((series, _) -> seasons(series)))));
    }

    private static Optional<Finding> decomposed(Series series, Settings settings) {
        if (series.length() == 0) {
            return Optional.empty();
        }
        var steps = EqualSteps.of(series).within(LARGEST);
        var periods =
                settings.seasons(Parameters.SEASON)
                        .map(steps::periods)
                        .orElseGet(() -> Seasons.find(steps.values()));
        var split = new Mstl(periods, ROBUST_ROUNDS).decompose(steps.values());
        var times = steps.times();
        var sides = new LinkedHashMap<String, Points>();
        sides.put("trend", new Points(times, split.trend()));
        sides.put("season", new Points(times, season(split)));
        sides.put("remainder", new Points(times, split.remainder()));
        var row = new Points(times, whole(split));
        return Optional.of(new Finding(row, sides, explanation(steps, split)));
    }

    private static double[] season(Decomposition split) {
        var sum = new double[split.trend().length];
        for (var part : split.seasons()) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part.values()[i];
            }
        }
        return sum;
    }

    private static double[] whole(Decomposition split) {
        var sum = season(split);
        var adjusted = split.adjusted();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += adjusted[i];
        }
        return sum;
    }

    private static String explanation(EqualSteps steps, Decomposition split) {
        var trend = "trend explains %s".formatted(Rounding.text(split.trendStrength(), 2));
        if (split.seasons().isEmpty()) {
            return trend + "; no season";
        }
        var seasons = new StringBuilder(trend);
        for (int i = 0; i < split.seasons().size(); i++) {
            seasons.append("; a season of ")
                    .append(Lengths.text(split.seasons().get(i).period() * steps.step()))
                    .append(" explains ")
                    .append(Rounding.text(split.seasonStrength(i), 2));
        }
        return seasons.toString();
    }

    private static Optional<Finding> seasons(Series series) {
        var steps = EqualSteps.of(series).within(LARGEST);
        var periods = Seasons.find(steps.values());
        if (periods.isEmpty()) {
            return Optional.empty();
        }
        var times = new long[periods.size()];
        java.util.Arrays.fill(times, steps.last());
        var lengths = periods.stream().mapToDouble(period -> period * steps.step()).toArray();
        var said =
                periods.stream()
                        .map(period -> Lengths.text(period * steps.step()))
                        .collect(Collectors.joining(", ", "seasons of ", ""));
        return Optional.of(new Finding(new Points(times, lengths), new LinkedHashMap<>(), said));
    }
}

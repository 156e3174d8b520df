// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import dev.sextant.algorithm.change.Direction;
import dev.sextant.algorithm.change.Robust;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Which of many metrics moved with an incident: robust size of the shift (difference of medians over the spread before), divided
/// by one more than the points by which it came after the first. Before against after, without a model of the system, as in Nagaraj,
/// Killian and Neville, "Structured comparative analysis of systems logs to diagnose performance problems" (NSDI 2012).
public final class MetricRank {
    private static final double BORDER = 3;

    private MetricRank() {}

    /// All metrics, the one that moved most and earliest first.
    ///
    /// @param metrics by name, values at the same times, NaN where one is missing
    /// @param began first index of the incident, at least 0
    public static List<RankedMetric> rank(Map<String, double[]> metrics, int began) {
        var ranked = new ArrayList<RankedMetric>();
        metrics.forEach((name, values) -> ranked.add(look(name, values, began)));
        int earliest =
                ranked.stream()
                        .filter(metric -> metric.score() >= 1 && metric.onset() >= 0)
                        .mapToInt(RankedMetric::onset)
                        .min()
                        .orElse(0);
        ranked.sort(
                Comparator.comparingDouble((RankedMetric metric) -> -order(metric, earliest))
                        .thenComparing(RankedMetric::name));
        return List.copyOf(ranked);
    }

    private static RankedMetric look(String name, double[] values, int began) {
        int start = Math.clamp(began, 0, values.length);
        var departure =
                Departure.of(values, new Incident(name, start, Math.max(1, start), Direction.SAME));
        var sizes = Departure.finite(departure.sizes(), 0, departure.sizes().length);
        if (sizes.length == 0) {
            return new RankedMetric(name, 0, Double.NaN, Double.NaN, -1);
        }
        double shift = Robust.median(sizes);
        double after = Robust.median(Departure.finite(values, start, values.length));
        double score = Math.abs(shift) / departure.noise() / BORDER;
        return new RankedMetric(
                name, score, departure.level(), after, departure.onset(shift < 0 ? -1 : 1));
    }

    private static double order(RankedMetric metric, int earliest) {
        int late = metric.onset() < 0 ? 1 : Math.max(0, metric.onset() - earliest);
        return metric.score() / (1 + late);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.ArrayList;
import java.util.List;

/// Bayesian online change points (Adams and MacKay, "Bayesian online changepoint detection", arXiv:0710.3742, 2007), read from the
/// stream of [RunLengthFilter]: a change stands where the most probable run began, once that run has lasted `confirm` points.
///
/// @param expectedRun points between changes that are expected, over 1
/// @param confirm points that a new run must last before it is believed; at least 2
public record BayesianOnline(double expectedRun, int confirm) implements ChangeDetector {
    public BayesianOnline {
        if (!(expectedRun > 1) || confirm < 2) {
            throw new IllegalArgumentException(
                    "bayesian online wants an expected run over 1 and 2 points or more to confirm, not %s and %d"
                            .formatted(expectedRun, confirm));
        }
    }

    /// A change each 250 points, believed after 5.
    public static BayesianOnline standard() {
        return new BayesianOnline(250, 5);
    }

    @Override
    public String name() {
        return "bayesianOnline";
    }

    @Override
    public List<Change> detect(double[] values) {
        var series = CleanSeries.of(values);
        if (series.size() < 2 * confirm || series.isConstant()) {
            return List.of();
        }
        double variance = Noise.of(series.values()).variance();
        var filter = new RunLengthFilter(expectedRun, Math.max(variance, 1e-9));
        var starts = new ArrayList<Integer>();
        var confidences = new ArrayList<Double>();
        int known = 0;
        for (int i = 0; i < series.size(); i++) {
            filter.advance(series.values()[i]);
            int run = filter.probableRun();
            int start = i + 1 - run;
            if (run >= confirm && start >= known + confirm) {
                starts.add(start);
                confidences.add(filter.mass(run - confirm, run + confirm));
                known = start;
            }
        }
        return describe(series, starts, confidences);
    }

    // The score is the probability of a run that began here over an even chance.
    private static List<Change> describe(
            CleanSeries series, List<Integer> starts, List<Double> confidences) {
        var places = starts.stream().mapToInt(Integer::intValue).toArray();
        var masses = confidences.stream().mapToDouble(Double::doubleValue).toArray();
        var scores = confidences.stream().mapToDouble(mass -> 2 * mass).toArray();
        return Changes.describe(series, new Partition(places, series.size(), 0), scores, masses);
    }
}

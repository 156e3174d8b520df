// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.shape;

import dev.sextant.algorithm.change.Robust;
import dev.sextant.algorithm.structure.Mstl;
import dev.sextant.algorithm.structure.Seasons;
import java.util.Arrays;

/// Seasons and the median taken out, then the extreme studentised deviate test with median and median absolute deviation
/// (S-H-ESD): the border is what 5 % of series of normal noise would pass anywhere. Rosner, "Percentage points for a generalized
/// ESD many-outlier procedure", Technometrics 25, 1983; Hochenbaum, Vallis and Kejariwal, "Automatic anomaly detection in the
/// cloud via statistical learning", arXiv:1704.07706. The quantile is the normal one, which from 30 points on is near that of
/// the t distribution. Costs a decomposition.
final class SeasonalEsd {
    private static final double LEVEL = 0.05;
    private static final int ROBUST_ROUNDS = 1;
    private static final double LEAST = 1e-9;

    private SeasonalEsd() {}

    static double[] scores(double[] values) {
        var rest = values.clone();
        var periods = Seasons.find(values);
        if (!periods.isEmpty()) {
            for (var season : new Mstl(periods, ROBUST_ROUNDS).decompose(values).seasons()) {
                Arrays.setAll(rest, i -> rest[i] - season.values()[i]);
            }
        }
        var median = Robust.median(rest);
        var deviation = Math.max(Robust.deviation(rest, median), LEAST);
        var border = critical(rest.length) * deviation;
        return Arrays.stream(rest).map(value -> Math.abs(value - median) / border).toArray();
    }

    private static double critical(int points) {
        var quantile = normalQuantile(1 - LEVEL / (2 * points));
        return (points - 1) * quantile / Math.sqrt((points - 2 + quantile * quantile) * points);
    }

    /// Of the upper half, to three digits; Abramowitz and Stegun 26.2.23.
    static double normalQuantile(double share) {
        var t = Math.sqrt(-2 * Math.log(1 - share));
        var above = 2.515517 + t * (0.802853 + t * 0.010328);
        return t - above / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    }
}

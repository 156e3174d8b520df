// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// When the departure began that is now seen: the last point at which a cumulative sum against the quiet time before it stood at zero
/// (Page, "Continuous inspection schemes", Biometrika 1954), the quiet time being what lies before the best single split. A ramp is
/// dated at its foot, not at its middle.
///
/// @param index first index of the departure in the array that was given
/// @param score how many times the largest cumulative sum is the border; at least 1.0
/// @param usual median before the onset
/// @param now median from the onset on
public record Onset(int index, double score, double usual, double now) {
    private static final int QUIET = 5;
    private static final double DRIFT = 0.5;
    private static final double BORDER = 8;

    /// The onset of the strongest departure that lasts until the end or until it was noticed.
    ///
    /// @param values points in the order of time, NaN where one is missing; not changed
    public static Optional<Onset> of(double[] values) {
        return before(values, values.length);
    }

    /// The same, as seen from a known moment.
    ///
    /// @param seen the index at which the departure was noticed; later points are not looked at
    public static Optional<Onset> before(double[] values, int seen) {
        int end = Math.clamp(seen == values.length ? seen : seen + 1L, 0, values.length);
        var series = CleanSeries.of(Arrays.copyOf(values, end));
        if (series.size() <= QUIET || series.isConstant()) {
            return Optional.empty();
        }
        int split = split(series.values());
        var quiet = Arrays.copyOf(series.values(), split);
        double level = Robust.median(quiet);
        double noise = spread(series.values(), quiet, level);
        var later = Arrays.copyOfRange(series.values(), split, series.size());
        double sign = Math.signum(Robust.median(later) - level);
        return found(series, split, value -> sign * (value - level) / noise);
    }

    // Where two levels fit best, the first at least QUIET points long.
    private static int split(double[] values) {
        var sums = new CumulativeSums(values);
        int best = QUIET;
        double least = Double.POSITIVE_INFINITY;
        for (int place = QUIET; place < values.length; place++) {
            double residual = sums.aroundMean(0, place) + sums.aroundMean(place, values.length);
            if (residual < least) {
                least = residual;
                best = place;
            }
        }
        return best;
    }

    private static double spread(double[] values, double[] quiet, double level) {
        double noise = Math.max(Robust.deviation(quiet, level), 0);
        double steps = Math.sqrt(Noise.of(quiet).variance());
        double range =
                Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
        // In a quiet time without any noise a thousandth of what happens later is noise.
        return Math.max(Math.max(noise, steps), 1e-3 * range);
    }

    private static Optional<Onset> found(
            CleanSeries series, int split, DoubleUnaryOperator departure) {
        double sum = 0;
        double highest = 0;
        int began = 0;
        int onset = -1;
        for (int i = 0; i < series.size(); i++) {
            double next = sum + departure.applyAsDouble(series.values()[i]) - DRIFT;
            if (sum == 0) {
                began = i;
            }
            sum = Math.max(0, next);
            if (i >= split && sum > highest) {
                highest = sum;
                onset = began;
            }
        }
        if (highest < BORDER || onset < 1) {
            return Optional.empty();
        }
        var raw = series.raw();
        double usual = Robust.median(Arrays.copyOf(raw, onset));
        double now = Robust.median(Arrays.copyOfRange(raw, onset, raw.length));
        return Optional.of(new Onset(series.places()[onset], highest / BORDER, usual, now));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the periods of a series: peaks of the autocorrelation (by the periodogram; Wiener and Khinchin), the strongest
/// first, each taken off before the next is looked for. Trend is taken off and outliers are held before, in the manner
/// of RobustPeriod (Wen and others, 2021).
public final class Seasons {
    private static final int SHORTEST_SERIES = 12;
    private static final int CYCLES = 3;
    private static final int MOST = 3;
    private static final int TEETH = 6;
    private static final int WIDE = 12;
    private static final double FLAT = 0.97;
    private static final double STRONG = 0.3;
    private static final double DEEP = 0.2;
    private static final double LIKE_THE_STRONGEST = 0.5;
    private static final double LIKE_A_HARMONIC = 0.8;
    private static final int HARMONIC = 4;
    private static final double FARTHEST = 5;

    private Seasons() {}

    /// Periods in points, shortest first; empty if there are none, or the series is too short to tell (less than three
    /// cycles).
    ///
    /// @param series equally spaced, NaN where a point is missing
    public static List<Integer> find(double[] series) {
        if (series.length < SHORTEST_SERIES || Gaps.seen(series) * 2 < series.length) {
            return List.of();
        }
        var values = Gaps.filled(series);
        var found = in(withoutOutliers(withoutLine(values.clone())));
        // A wandering level hides a season; the steps between points don't wander.
        return found.isEmpty() ? in(withoutOutliers(steps(values))) : found;
    }

    private static List<Integer> in(double[] rest) {
        var found = new ArrayList<Integer>();
        while (found.size() < MOST) {
            int period = strongest(Autocorrelation.of(rest), found);
            if (period == 0) {
                break;
            }
            found.add(period);
            takeOff(rest, period);
        }
        found.sort(null);
        return List.copyOf(found);
    }

    // The highest peak, or the part of it that is a period by itself.
    private static int strongest(double[] correlation, List<Integer> found) {
        int longest = (correlation.length - 1) / CYCLES;
        double border = Math.max(STRONG, 3 / Math.sqrt(correlation.length));
        int best = 0;
        for (int lag = 2; lag <= longest; lag++) {
            if (correlation[lag] >= border
                    && (best == 0 || correlation[lag] > correlation[best])
                    && isNew(lag, found)
                    && isPeak(correlation, lag)
                    && comb(correlation, lag) >= border) {
                best = lag;
            }
        }
        for (int parts = best / 2; parts >= 2; parts--) {
            int part = refined(correlation, Math.round((float) best / parts));
            double share = parts < HARMONIC ? LIKE_A_HARMONIC : LIKE_THE_STRONGEST;
            if (isNew(part, found)
                    && isPart(correlation, part, border)
                    && comb(correlation, part) >= share * comb(correlation, best)) {
                return part;
            }
        }
        return best == 0 ? 0 : refined(correlation, best);
    }

    // The period whose multiples fit best.
    private static int refined(double[] correlation, int period) {
        int reach = Math.max(1, period / 20);
        int best = period;
        for (int near = Math.max(2, period - reach); near <= period + reach; near++) {
            if (comb(correlation, near) > comb(correlation, best)) {
                best = near;
            }
        }
        boolean flat =
                comb(correlation, best - 1) > FLAT * comb(correlation, best)
                        && comb(correlation, best + 1) > FLAT * comb(correlation, best);
        return flat ? centred(correlation, best) : best;
    }

    // The top of a wide peak is flat and noisy: the middles of parabolas through the peaks at all
    // multiples say more.
    private static int centred(double[] correlation, int period) {
        int reach = period / WIDE;
        double moments = 0;
        double weights = 0;
        for (int tooth = 1; (tooth + 1) * period <= correlation.length * 2 / 3; tooth++) {
            double middle = middle(correlation, tooth * period, reach);
            if (reach > 1 && Math.abs(middle) < reach) {
                moments += tooth * middle;
                weights += (double) tooth * tooth;
            }
        }
        double shift = weights > 0 ? moments / weights : 0;
        return period + (int) Math.round(Math.clamp(shift, -reach, reach));
    }

    // Where a least-squares parabola about `centre` is highest, as a distance from there; NaN if it
    // has no top.
    private static double middle(double[] correlation, int centre, int reach) {
        double slope = 0;
        double bend = 0;
        double spread = 0;
        double curvature = 0;
        double mean = reach * (reach + 1) / 3.0;
        for (int i = -reach; i <= reach; i++) {
            double square = (double) i * i - mean;
            slope += i * correlation[centre + i];
            spread += (double) i * i;
            bend += square * correlation[centre + i];
            curvature += square * square;
        }
        return bend < 0 ? -slope / spread / (2 * bend / curvature) : Double.NaN;
    }

    // Mean correlation over the multiples of a period.
    private static double comb(double[] correlation, int period) {
        double sum = 0;
        int count = 0;
        for (int lag = period; lag <= correlation.length / 2 && count < TEETH; lag += period) {
            sum += correlation[lag];
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    // Noise moves a peak by a point or so.
    private static boolean isPart(double[] correlation, int part, double border) {
        int reach = part / 20;
        for (int lag = Math.max(2, part - reach); lag <= part + reach; lag++) {
            if (correlation[lag] >= border && isPeak(correlation, lag)) {
                return true;
            }
        }
        return false;
    }

    // Twice or three times a season is the same season.
    private static boolean isNew(int lag, List<Integer> found) {
        return found.stream()
                .allMatch(period -> lag >= HARMONIC * period || period >= HARMONIC * lag);
    }

    // Higher than its neighbours and clearly higher than the valley before it.
    private static boolean isPeak(double[] correlation, int lag) {
        double height = correlation[lag];
        if (height < correlation[lag - 1] || height < correlation[lag + 1]) {
            return false;
        }
        double valley = height;
        for (int i = 1; i < lag; i++) {
            valley = Math.min(valley, correlation[i]);
        }
        return height - valley >= DEEP;
    }

    private static void takeOff(double[] values, int period) {
        var means = new double[period];
        for (int phase = 0; phase < period; phase++) {
            int count = 0;
            for (int i = phase; i < values.length; i += period) {
                means[phase] += values[i];
                count++;
            }
            means[phase] /= count;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= means[i % period];
        }
    }

    private static double[] steps(double[] values) {
        var steps = new double[values.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = values[i + 1] - values[i];
        }
        return steps;
    }

    private static double[] withoutLine(double[] values) {
        int length = values.length;
        double middle = (length - 1) / 2.0;
        double mean = 0;
        double slope = 0;
        for (int i = 0; i < length; i++) {
            mean += values[i] / length;
            slope += (i - middle) * values[i] * 12 / ((double) length * length * length);
        }
        for (int i = 0; i < length; i++) {
            values[i] -= mean + slope * (i - middle);
        }
        return values;
    }

    private static double[] withoutOutliers(double[] values) {
        double centre = median(values);
        double spread =
                median(Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray());
        double reach = spread > 0 ? FARTHEST * spread : Double.POSITIVE_INFINITY;
        return Arrays.stream(values)
                .map(value -> Math.clamp(value, centre - reach, centre + reach))
                .toArray();
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

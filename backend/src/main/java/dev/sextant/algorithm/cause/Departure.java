// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import dev.sextant.algorithm.change.Robust;
import java.util.Arrays;

/// How a series left its level in an incident.
///
/// @param level median of the recent points before, or of all before where none of those has a value
/// @param noise standard deviation of a difference from the level in quiet times; at least a thousandth of the level and of the
/// largest departure, so that no departure has more than a thousand deviations
/// @param sizes value minus level for each point from the beginning on, NaN where it is missing
record Departure(double level, double noise, double[] sizes) {
    private static final int ENOUGH = 10;
    private static final double LEAST_NOISE = 1e-3;

    static Departure of(double[] values, Incident incident) {
        int began = Math.min(incident.began(), values.length);
        var quiet = finite(values, 0, began);
        var recent = finite(values, Math.max(0, began - incident.recent()), began);
        double level = Robust.median(recent.length > 0 ? recent : quiet);
        double spread = quiet.length < ENOUGH ? 0 : spread(quiet);
        double noise = spread * Math.sqrt(1 + 1.0 / Math.max(1, recent.length));
        var sizes = sizes(values, began, quiet.length > 0 ? level : Double.NaN);
        double scale = Math.max(Math.abs(level), largest(sizes));
        double floor = Math.max(LEAST_NOISE * scale, Double.MIN_NORMAL);
        return new Departure(level, Math.max(noise, floor), sizes);
    }

    private static double[] sizes(double[] values, int began, double level) {
        var sizes = Arrays.copyOfRange(values, began, values.length);
        for (int i = 0; i < sizes.length; i++) {
            double size = sizes[i] - level;
            sizes[i] = Double.isFinite(size) ? size : Double.NaN;
        }
        return sizes;
    }

    private static double largest(double[] sizes) {
        return Arrays.stream(sizes).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    }

    /// The largest departure in the direction of `sign`, at least 0.
    double largest(double sign) {
        double largest = 0;
        for (double size : sizes) {
            largest = Double.isFinite(size) ? Math.max(largest, sign * size) : largest;
        }
        return largest;
    }

    /// The mean size over the chosen points, in the direction of `sign`; 0 where none has a value.
    double mean(boolean[] chosen, double sign) {
        double mean = 0;
        int count = 0;
        for (int i = 0; i < Math.min(sizes.length, chosen.length); i++) {
            if (chosen[i] && Double.isFinite(sizes[i])) {
                count++;
                mean += sign * sizes[i] / count - mean / count;
            }
        }
        return mean;
    }

    /// How alike two departures run, as the cosine between them over the points that both have: 1 for the same shape, 0 for none.
    double similarity(Departure other) {
        double unit = largest(sizes);
        double otherUnit = largest(other.sizes);
        double joint = 0;
        double own = 0;
        double theirs = 0;
        for (int i = 0; i < Math.min(sizes.length, other.sizes.length); i++) {
            double left = sizes[i] / unit;
            double right = other.sizes[i] / otherUnit;
            if (Double.isFinite(left) && Double.isFinite(right)) {
                joint += left * right;
                own += left * left;
                theirs += right * right;
            }
        }
        return own > 0 && theirs > 0
                ? Math.clamp(joint / (Math.sqrt(own) * Math.sqrt(theirs)), 0, 1)
                : 0;
    }

    /// The first point that departs by three deviations and by half of the largest departure, counted from the beginning; -1 for none.
    int onset(double sign) {
        double border = Math.max(3 * noise, largest(sign) / 2);
        for (int i = 0; i < sizes.length; i++) {
            if (sign * sizes[i] >= border) {
                return i;
            }
        }
        return -1;
    }

    private static double spread(double[] quiet) {
        double centre = Robust.median(quiet);
        double robust = Robust.deviation(quiet, centre);
        if (robust > 0) {
            return robust;
        }
        // Mostly one value: what it is not at times is its noise.
        double squares = 0;
        for (double value : quiet) {
            squares = Math.hypot(squares, value - centre);
        }
        return squares / Math.sqrt(quiet.length);
    }

    static double[] finite(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).filter(Double::isFinite).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Departure that
                && level == that.level
                && noise == that.noise
                && Arrays.equals(sizes, that.sizes);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(level) + Arrays.hashCode(sizes);
    }

    @Override
    public String toString() {
        return "Departure[level=%s, noise=%s, points=%d]".formatted(level, noise, sizes.length);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The scoring rules of the Numenta Anomaly Benchmark, version 1; Lavin and Ahmad, "Evaluating
/// real-time anomaly detection algorithms: the Numenta Anomaly Benchmark", ICMLA 2015. The earliest
/// detection in a labelled window counts, more the earlier it comes; each detection outside costs,
/// less if it comes close behind a window; the first 15 % of a file (at most 750 points) count for
/// nothing. Sums over all files are scaled so that detecting nothing is 0 and a perfect detector
/// 100.
final class NabScore {
    private static final double PROBATION = 0.15;
    private static final int LONGEST_PROBATION = 750;
    private static final double STEEPNESS = 5;
    private static final double FAR = 3;

    private final Profile profile;
    private final List<Point> points = new ArrayList<>();
    private int windows;

    NabScore(Profile profile) {
        this.profile = profile;
    }

    /// What a benchmark's user minds: the weights of wrong detections and of missed windows; a
    /// right one weighs 1.
    enum Profile {
        STANDARD("standard", 0.11, 1),
        LOW_FALSE_POSITIVES("lowFp", 0.22, 1),
        LOW_FALSE_NEGATIVES("lowFn", 0.11, 2);

        private final String title;
        private final double wrong;
        private final double missed;

        Profile(String title, double wrong, double missed) {
            this.title = title;
            this.wrong = wrong;
            this.missed = missed;
        }

        String title() {
            return title;
        }
    }

    /// Takes in a file.
    ///
    /// @param scores one for each point
    void add(NabSeries series, double[] scores) {
        var next = 0;
        var probation = Math.min((int) Math.floor(PROBATION * scores.length), LONGEST_PROBATION);
        for (var i = 0; i < scores.length; i++) {
            while (next < series.windows().size() && i > series.windows().get(next).last()) {
                next++;
            }
            if (i >= probation) {
                var inside =
                        next < series.windows().size() && i >= series.windows().get(next).first();
                points.add(
                        inside
                                ? new Point(scores[i], windows + next, right(series, next, i))
                                : new Point(scores[i], Point.OUTSIDE, wrong(series, next, i)));
            }
        }
        windows += series.windows().size();
    }

    /// The score if every point at the threshold or above it is a detection.
    double at(double threshold) {
        var sum = new Sum();
        points.stream().filter(point -> point.score >= threshold).forEach(sum::add);
        return normalised(sum.total);
    }

    /// The score at the threshold that is best for all files together.
    double best() {
        var sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(Point::score).reversed());
        var sum = new Sum();
        var best = sum.total;
        for (var i = 0; i < sorted.size(); i++) {
            sum.add(sorted.get(i));
            if (i + 1 == sorted.size() || sorted.get(i + 1).score != sorted.get(i).score) {
                best = Math.max(best, sum.total);
            }
        }
        return normalised(best);
    }

    private double normalised(double total) {
        var nothing = -profile.missed * windows;
        return windows == 0 ? 0 : 100 * (total - nothing) / (windows - nothing);
    }

    private static double right(NabSeries series, int window, int index) {
        var span = series.windows().get(window);
        var position = -(span.last() - index + 1) / (double) span.size();
        return sigmoid(position) / sigmoid(-1);
    }

    private double wrong(NabSeries series, int nextWindow, int index) {
        if (nextWindow == 0) {
            return -profile.wrong;
        }
        var before = series.windows().get(nextWindow - 1);
        var position = (index - before.last()) / (double) (before.size() - 1);
        return profile.wrong * sigmoid(position);
    }

    private static double sigmoid(double position) {
        return position >= FAR ? -1 : 2 / (1 + Math.exp(STEEPNESS * position)) - 1;
    }

    private record Point(double score, int window, double weight) {
        static final int OUTSIDE = -1;
    }

    private final class Sum {
        private final double[] found = new double[windows];
        private double total = -profile.missed * windows;

        Sum() {
            Arrays.fill(found, -profile.missed);
        }

        void add(Point point) {
            if (point.window == Point.OUTSIDE) {
                total += point.weight;
            } else if (point.weight > found[point.window]) {
                total += point.weight - found[point.window];
                found[point.window] = point.weight;
            }
        }
    }
}

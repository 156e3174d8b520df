// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

/// F1 over points with a bounded delay, as the AIOps challenge of 2018 counts it (also in Ren et al., "Time-series anomaly
/// detection service at Microsoft", KDD 2019): a labelled stretch of which one of the first points is found counts as found
/// whole, otherwise as missed whole; a point found outside is a false alarm. The start of a file counts for nothing.
final class KpiScore {
    /// How many points behind its first one a stretch may be found.
    static final int DELAY = 7;

    private static final double PROBATION = 0.15;

    private long found;
    private long missed;
    private long wrong;

    /// Takes in a file.
    ///
    /// @param labels true where people say that something is wrong
    /// @param detections as many as labels
    void add(boolean[] labels, boolean[] detections) {
        var index = (int) (PROBATION * labels.length);
        while (index < labels.length) {
            if (labels[index]) {
                var end = end(labels, index);
                if (isFound(detections, index, end)) {
                    found += end - index;
                } else {
                    missed += end - index;
                }
                index = end;
            } else {
                wrong += detections[index] ? 1 : 0;
                index++;
            }
        }
    }

    /// Takes in what another one has counted.
    void add(KpiScore other) {
        found += other.found;
        missed += other.missed;
        wrong += other.wrong;
    }

    double precision() {
        return found + wrong == 0 ? 0 : (double) found / (found + wrong);
    }

    double recall() {
        return found + missed == 0 ? 0 : (double) found / (found + missed);
    }

    /// 1 if there was nothing to find and nothing was found.
    double f1() {
        var all = 2 * found + missed + wrong;
        return all == 0 ? 1 : 2.0 * found / all;
    }

    private static int end(boolean[] labels, int from) {
        var end = from;
        while (end < labels.length && labels[end]) {
            end++;
        }
        return end;
    }

    private static boolean isFound(boolean[] detections, int from, int end) {
        for (var i = from; i < Math.min(end, from + DELAY + 1); i++) {
            if (detections[i]) {
                return true;
            }
        }
        return false;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import dev.sextant.algorithm.anomaly.Anomaly.Reason;

/// The answers to a whole series, one column for each part of [Anomaly], all of the same length.
public record Anomalies(
        double[] score,
        double[] tail,
        double[] expected,
        double[] lower,
        double[] upper,
        Reason[] reason) {

    static Anomalies ofSize(int size) {
        return new Anomalies(
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new double[size],
                new Reason[size]);
    }

    public int size() {
        return score.length;
    }

    public Anomaly get(int index) {
        return new Anomaly(
                score[index],
                tail[index],
                expected[index],
                lower[index],
                upper[index],
                reason[index]);
    }

    void set(int index, Anomaly anomaly) {
        score[index] = anomaly.score();
        tail[index] = anomaly.tail();
        expected[index] = anomaly.expected();
        lower[index] = anomaly.lower();
        upper[index] = anomaly.upper();
        reason[index] = anomaly.reason();
    }
}

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

    /// The same answers with scores held below the border where the options say so.
    ///
    /// @param times as many as answers
    public Anomalies with(AnomalyOptions options, long[] times) {
        var selection = new Selection(options);
        var result = ofSize(size());
        for (var i = 0; i < size(); i++) {
            result.set(i, selection.select(times[i], get(i)));
        }
        return result;
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

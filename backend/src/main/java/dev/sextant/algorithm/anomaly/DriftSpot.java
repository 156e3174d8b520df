// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.anomaly;

import dev.sextant.algorithm.anomaly.Anomaly.Symptom;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Peaks over threshold with drift (DSPOT): distances from the local mean, of which those beyond the 98 % quantile form a
/// generalised Pareto tail; the border is what the tail passes once in ten thousand points. Siffer, Fouque, Termier and
/// Largouët, "Anomaly detection in streams with extreme value theory", KDD 2017; the tail is fitted by moments over the last
/// peaks. What lies beyond the border is not learnt, but for every tenth, so that a new level becomes usual in the end.
final class DriftSpot extends BandDetector {
    private static final int DEPTH = 20;
    private static final int CALIBRATION = 300;
    private static final int PEAKS = 64;

    /// How many of the calibration's distances lie at its 98 % quantile or above.
    private static final int HIGHEST = 6;

    private static final double RISK = 1e-4;
    private static final double HEAVIEST = 0.45;
    private static final int PATIENCE = 10;

    private final double[] highest = new double[HIGHEST];
    private final double[] peaks = new double[PEAKS];
    private double local;
    private double threshold;
    private double border;
    private long seen;
    private long over;
    private int outside;

    @Override
    int enough() {
        return CALIBRATION + 1;
    }

    @Override
    Band band(long time) {
        return Band.around(local, border);
    }

    @Override
    void learn(long time, double value, double score) {
        if (seen == 0) {
            local = value;
        }
        if (score >= Anomaly.BORDER && ++outside % PATIENCE != 0) {
            return;
        }
        var distance = Math.abs(value - local);
        local += (value - local) / Math.min(seen + 1, DEPTH);
        seen++;
        if (seen <= CALIBRATION) {
            keepHighest(distance);
            if (seen == CALIBRATION) {
                calibrate();
            }
        } else if (distance > threshold) {
            addPeak(distance - threshold);
            fit();
        }
    }

    @Override
    Symptom symptom() {
        return Symptom.VALUE;
    }

    @Override
    int bytes() {
        return (HIGHEST + PEAKS + 3) * Double.BYTES + 2 * Long.BYTES + Integer.BYTES;
    }

    @Override
    void write(ByteBuffer state) {
        for (var value : highest) {
            state.putDouble(value);
        }
        for (var value : peaks) {
            state.putDouble(value);
        }
        state.putDouble(local).putDouble(threshold).putDouble(border);
        state.putLong(seen).putLong(over).putInt(outside);
    }

    @Override
    void read(ByteBuffer state) {
        for (var i = 0; i < HIGHEST; i++) {
            highest[i] = state.getDouble();
        }
        for (var i = 0; i < PEAKS; i++) {
            peaks[i] = state.getDouble();
        }
        local = state.getDouble();
        threshold = state.getDouble();
        border = state.getDouble();
        seen = state.getLong();
        over = state.getLong();
        outside = state.getInt();
    }

    // In rising order; the lowest goes out.
    private void keepHighest(double distance) {
        if (distance <= highest[0]) {
            return;
        }
        var place = 1;
        while (place < HIGHEST && highest[place] < distance) {
            highest[place - 1] = highest[place];
            place++;
        }
        highest[place - 1] = distance;
    }

    private void calibrate() {
        threshold = highest[0];
        for (var distance : highest) {
            if (distance > threshold) {
                addPeak(distance - threshold);
            }
        }
        fit();
    }

    private void addPeak(double excess) {
        peaks[(int) (over % PEAKS)] = excess;
        over++;
    }

    private void fit() {
        var count = (int) Math.min(over, PEAKS);
        if (count == 0) {
            border = threshold;
            return;
        }
        var mean = Arrays.stream(peaks, 0, count).sum() / count;
        var square = 0.0;
        for (var i = 0; i < count; i++) {
            square += (peaks[i] - mean) * (peaks[i] - mean) / count;
        }
        var ratio = square > 0 ? mean * mean / square : 1;
        var shape = Math.clamp((1 - ratio) / 2, 0, HEAVIEST);
        var scale = mean * (1 - shape);
        var rarity = RISK * seen / over;
        border =
                threshold
                        + (shape < 1e-6
                                ? -scale * Math.log(rarity)
                                : scale / shape * (Math.pow(rarity, -shape) - 1));
    }
}

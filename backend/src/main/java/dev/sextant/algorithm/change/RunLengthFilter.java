// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.change;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// How long ago the last change was, as a distribution that each new point moves on: Bayesian online change point detection (Adams and
/// MacKay, 2007) with normal data of unknown mean and variance and a constant hazard. State is bounded: the least probable run is
/// dropped when all places are taken. Not safe for use by several threads.
public final class RunLengthFilter {
    private static final int PLACES = 256;
    private static final int RUN_BYTES = Integer.BYTES + 3 * Double.BYTES;
    private static final double DROP = 1e-9;

    /// From here on the ratio's own series is right to the last digits.
    private static final int TABLE = 64;

    private double hazard;
    private final double priorScale;
    private final int[] lengths = new int[PLACES + 1];
    private final double[] masses = new double[PLACES + 1];
    private final double[] means = new double[PLACES + 1];
    private final double[] scales = new double[PLACES + 1];
    private final double[] gammaRatios = new double[TABLE];
    private int runs;

    /// @param expectedRun points between changes that are expected, over 1
    /// @param variance of the noise, in squared units of the points, over 0
    public RunLengthFilter(double expectedRun, double variance) {
        hazard = 1 / expectedRun;
        priorScale = variance;
        gammaRatios[0] = Math.log(Math.sqrt(Math.PI) / 2);
        for (int i = 1; i < TABLE; i++) {
            gammaRatios[i] = Math.log(1 + (i - 1) / 2.0) - gammaRatios[i - 1];
        }
    }

    /// Goes on where a [#snapshot] of a filter stood.
    public static RunLengthFilter restored(byte[] snapshot) {
        var state = ByteBuffer.wrap(snapshot);
        var filter = new RunLengthFilter(2, state.getDouble(Double.BYTES));
        filter.hazard = state.getDouble();
        state.getDouble();
        filter.runs = state.getInt();
        for (int i = 0; i < filter.runs; i++) {
            filter.lengths[i] = state.getInt();
            filter.masses[i] = state.getDouble();
            filter.means[i] = state.getDouble();
            filter.scales[i] = state.getDouble();
        }
        return filter;
    }

    /// All that the filter knows: 28 bytes for each run that is still possible, mostly a few dozen.
    public byte[] snapshot() {
        var state = ByteBuffer.allocate(2 * Double.BYTES + Integer.BYTES + runs * RUN_BYTES);
        state.putDouble(hazard).putDouble(priorScale).putInt(runs);
        for (int i = 0; i < runs; i++) {
            state.putInt(lengths[i]).putDouble(masses[i]).putDouble(means[i]).putDouble(scales[i]);
        }
        return state.array();
    }

    /// Takes one finite point.
    public void advance(double value) {
        if (runs == 0) {
            begin(0, value, 1);
            runs = 1;
            return;
        }
        double largest = Double.NEGATIVE_INFINITY;
        var logs = new double[runs];
        for (int i = 0; i < runs; i++) {
            logs[i] = Math.log(masses[i]) + predictive(i, value);
            largest = Math.max(largest, logs[i]);
        }
        double fresh = fresh(value);
        largest = Math.max(largest, fresh);
        for (int i = 0; i < runs; i++) {
            masses[i] = Math.exp(logs[i] - largest) * (1 - hazard);
            absorb(i, value);
        }
        makeRoom();
        begin(runs, value, hazard * Math.exp(fresh - largest));
        runs++;
        normalise();
    }

    /// How many points the most probable run has, the newest included; 0 before the first point.
    public int probableRun() {
        int best = 0;
        for (int i = 1; i < runs; i++) {
            best = masses[i] > masses[best] ? i : best;
        }
        return runs == 0 ? 0 : lengths[best];
    }

    /// The probability of runs between two lengths, both inclusive.
    public double mass(int from, int to) {
        double sum = 0;
        for (int i = 0; i < runs; i++) {
            sum += lengths[i] >= from && lengths[i] <= to ? masses[i] : 0;
        }
        return Math.min(1, sum);
    }

    private void begin(int place, double value, double mass) {
        lengths[place] = 1;
        masses[place] = mass;
        means[place] = value / 2;
        scales[place] = priorScale + value * value / 4;
    }

    // Normal-gamma update: the prior counts as one point at 0 with the noise's variance.
    private void absorb(int i, double value) {
        double weight = 1.0 + lengths[i];
        double step = value - means[i];
        scales[i] += weight * step * step / (2 * (weight + 1));
        means[i] += step / (weight + 1);
        lengths[i]++;
    }

    private double predictive(int i, double value) {
        double weight = 1.0 + lengths[i];
        double shape = 1 + lengths[i] / 2.0;
        double width = 2 * scales[i] * (weight + 1) / weight;
        double step = value - means[i];
        return gammaRatio(lengths[i])
                - Math.log(Math.PI * width) / 2
                - (shape + 0.5) * Math.log1p(step * step / width);
    }

    private double fresh(double value) {
        double width = 4 * priorScale;
        return gammaRatio(0)
                - Math.log(Math.PI * width) / 2
                - 1.5 * Math.log1p(value * value / width);
    }

    // log Gamma(a + 1/2) - log Gamma(a) for a = 1 + half / 2, by its recurrence in steps of a half.
    private double gammaRatio(int half) {
        if (half < TABLE) {
            return gammaRatios[half];
        }
        double a = 1 + half / 2.0;
        return Math.log(a) / 2 - 1 / (8 * a) + 1 / (192 * a * a * a);
    }

    private void makeRoom() {
        double sum = Arrays.stream(masses, 0, runs).sum();
        int kept = 0;
        for (int i = 0; i < runs; i++) {
            if (masses[i] > DROP * sum) {
                move(i, kept++);
            }
        }
        runs = kept;
        if (runs == PLACES) {
            dropLeast();
        }
    }

    private void dropLeast() {
        int least = 0;
        for (int i = 1; i < runs; i++) {
            least = masses[i] < masses[least] ? i : least;
        }
        for (int i = least + 1; i < runs; i++) {
            move(i, i - 1);
        }
        runs--;
    }

    private void move(int from, int to) {
        lengths[to] = lengths[from];
        masses[to] = masses[from];
        means[to] = means[from];
        scales[to] = scales[from];
    }

    private void normalise() {
        double sum = Arrays.stream(masses, 0, runs).sum();
        for (int i = 0; i < runs; i++) {
            masses[i] /= sum;
        }
    }
}

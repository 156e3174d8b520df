// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import java.util.Arrays;

/// The quantile of the points of a bucket: between the two nearest ranks, linearly; NaN sort first, as in Prometheus.
final class Ranks implements Accumulator {
    private static final int FIRST_CAPACITY = 4;
    private static final double[] NONE = {};

    private final double share;
    private final double[][] values;
    private final int[] lengths;
    private long capacity;

    Ranks(int slots, double share) {
        this.share = share;
        this.values = new double[slots][];
        this.lengths = new int[slots];
        Arrays.fill(values, NONE);
    }

    @Override
    public void start(int slot, long time, double value) {
        lengths[slot] = 0;
        add(slot, time, value);
    }

    @Override
    public void add(int slot, long time, double value) {
        int length = lengths[slot];
        if (length == values[slot].length) {
            values[slot] = Arrays.copyOf(values[slot], Math.max(FIRST_CAPACITY, length * 2));
            capacity += values[slot].length - length;
        }
        values[slot][length] = value;
        lengths[slot] = length + 1;
    }

    @Override
    public long bytes() {
        return capacity * Double.BYTES;
    }

    @Override
    public double value(int slot, int points, Span bucket) {
        double[] sorted = values[slot];
        Arrays.sort(sorted, 0, points);
        int numbers = points;
        while (numbers > 0 && Double.isNaN(sorted[numbers - 1])) {
            numbers--;
        }
        int missing = points - numbers;
        double rank = share * (points - 1);
        double weight = rank - Math.floor(rank);
        double lower = at((int) Math.floor(rank) - missing, sorted);
        double upper = at((int) Math.ceil(rank) - missing, sorted);
        return lower * (1 - weight) + upper * weight;
    }

    private static double at(int place, double[] sorted) {
        return place < 0 ? Double.NaN : sorted[place];
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query;

import java.util.Arrays;

/// Sums and their kin over a part of an array, low inclusive, high exclusive, never empty. The same definitions as
/// Prometheus' functions over time.
final class Statistics {
    private Statistics() {}

    /// Compensated (Neumaier), so that long windows of small values keep their digits.
    static double sum(double[] values, int low, int high) {
        double sum = 0;
        double lost = 0;
        for (int i = low; i < high; i++) {
            double value = values[i];
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return Double.isFinite(sum) ? sum + lost : sum;
    }

    static double min(double[] values, int low, int high) {
        double min = values[low];
        for (int i = low + 1; i < high; i++) {
            if (values[i] < min || Double.isNaN(min)) {
                min = values[i];
            }
        }
        return min;
    }

    static double max(double[] values, int low, int high) {
        double max = values[low];
        for (int i = low + 1; i < high; i++) {
            if (values[i] > max || Double.isNaN(max)) {
                max = values[i];
            }
        }
        return max;
    }

    /// Of the whole population (Welford).
    static double standardDeviation(double[] values, int low, int high) {
        double mean = 0;
        double squares = 0;
        for (int i = low; i < high; i++) {
            double off = values[i] - mean;
            mean += off / (i - low + 1);
            squares += off * (values[i] - mean);
        }
        return Math.sqrt(squares / (high - low));
    }

    /// Between the two nearest ranks, linearly; NaN sort first, as in Prometheus.
    static double quantile(double share, double[] values, int low, int high) {
        double[] sorted = Arrays.copyOfRange(values, low, high);
        Arrays.sort(sorted);
        int numbers = sorted.length;
        while (numbers > 0 && Double.isNaN(sorted[numbers - 1])) {
            numbers--;
        }
        int missing = sorted.length - numbers;
        double rank = share * (sorted.length - 1);
        double weight = rank - Math.floor(rank);
        double lower = at((int) Math.floor(rank) - missing, sorted);
        double upper = at((int) Math.ceil(rank) - missing, sorted);
        return lower * (1 - weight) + upper * weight;
    }

    private static double at(int place, double[] sorted) {
        return place < 0 ? Double.NaN : sorted[place];
    }
}

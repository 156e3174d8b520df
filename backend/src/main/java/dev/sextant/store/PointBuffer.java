// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import java.util.Arrays;

/// Gathers the points of one series in any order and settles them: ascending times, one point per time, and of several
/// at one time the one that was written last. Rows say the order of writing; they are compared only between equal times.
/// Points that come in order (the usual case) are not sorted at all; the rest is merged from its ascending runs.
public final class PointBuffer {
    private static final int FIRST_CAPACITY = 16;

    private long[] times = new long[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private long[] rows = new long[FIRST_CAPACITY];
    private int length;
    private boolean settled = true;

    public void add(long time, double value, long row) {
        if (length == times.length) {
            int capacity = length * 2;
            times = Arrays.copyOf(times, capacity);
            values = Arrays.copyOf(values, capacity);
            rows = Arrays.copyOf(rows, capacity);
        }
        settled = settled && (length == 0 || times[length - 1] < time);
        times[length] = time;
        values[length] = value;
        rows[length] = row;
        length++;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public long[] times() {
        settle();
        return Arrays.copyOf(times, length);
    }

    public double[] values() {
        settle();
        return Arrays.copyOf(values, length);
    }

    private void settle() {
        if (settled) {
            return;
        }
        sort();
        int kept = 0;
        for (int i = 1; i < length; i++) {
            if (times[i] != times[kept]) {
                kept++;
            }
            times[kept] = times[i];
            values[kept] = values[i];
            rows[kept] = rows[i];
        }
        length = kept + 1;
        settled = true;
    }

    private void sort() {
        var spare = new PointBuffer();
        spare.times = new long[length];
        spare.values = new double[length];
        spare.rows = new long[length];
        int runs;
        do {
            runs = 0;
            for (int start = 0; start < length; runs++) {
                int middle = endOfRun(start);
                int end = middle < length ? endOfRun(middle) : length;
                merge(start, middle, end, spare);
                start = end;
            }
            swap(spare);
        } while (runs > 1);
    }

    private int endOfRun(int start) {
        int end = start + 1;
        while (end < length && !isAfter(end - 1, end)) {
            end++;
        }
        return end;
    }

    private boolean isAfter(int left, int right) {
        return times[left] > times[right]
                || (times[left] == times[right] && rows[left] > rows[right]);
    }

    private void merge(int start, int middle, int end, PointBuffer into) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takesRight = left == middle || (right < end && isAfter(left, right));
            int from = takesRight ? right++ : left++;
            into.times[i] = times[from];
            into.values[i] = values[from];
            into.rows[i] = rows[from];
        }
    }

    private void swap(PointBuffer other) {
        var otherTimes = other.times;
        var otherValues = other.values;
        var otherRows = other.rows;
        other.times = times;
        other.values = values;
        other.rows = rows;
        times = otherTimes;
        values = otherValues;
        rows = otherRows;
    }
}

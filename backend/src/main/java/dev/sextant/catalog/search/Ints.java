// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.search;

import java.util.Arrays;

/// Numbers in one array that grows. Those that are searched are kept in ascending order by [#insert].
final class Ints {
    private static final int BYTES_BESIDE = 40;

    private int[] values = new int[2];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + Math.max(2, size / 2));
        }
        values[size++] = value;
    }

    /// Adds a number at its place, once.
    ///
    /// @return whether it is new
    boolean insert(int value) {
        if (size == 0 || values[size - 1] < value) {
            add(value);
            return true;
        }
        int at = Arrays.binarySearch(values, 0, size, value);
        if (at >= 0) {
            return false;
        }
        add(value);
        int place = -at - 1;
        System.arraycopy(values, place, values, place + 1, size - 1 - place);
        values[place] = value;
        return true;
    }

    void remove(int value) {
        int at = Arrays.binarySearch(values, 0, size, value);
        if (at >= 0) {
            System.arraycopy(values, at + 1, values, at, size - 1 - at);
            size--;
        }
    }

    boolean contains(int value) {
        return Arrays.binarySearch(values, 0, size, value) >= 0;
    }

    int get(int at) {
        return values[at];
    }

    int last() {
        return size == 0 ? -1 : values[size - 1];
    }

    int size() {
        return size;
    }

    long bytes() {
        return BYTES_BESIDE + 4L * values.length;
    }
}

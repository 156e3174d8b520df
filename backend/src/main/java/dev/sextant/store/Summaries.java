// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

import java.util.Arrays;

/// Rows of a tier by column, in arrays that are used again. Each row is of one series (its slot) and sums up the points
/// between the row's start and its end. Stale markers are no points.
///
/// All columns have [#length] rows; times are epoch milliseconds.
public final class Summaries {
    private int[] slots = {};
    private long[] ends = {};
    private int[] points = {};
    private double[] sums = {};
    private double[] lowest = {};
    private double[] highest = {};
    private long[] firstTimes = {};
    private double[] firsts = {};
    private long[] lastTimes = {};
    private double[] lasts = {};
    private double[] lost = {};
    private boolean[] ended = {};
    private int length;

    /// Empties it and makes room for so many rows.
    public void clear(int room) {
        length = 0;
        reserve(room);
    }

    /// Makes room for so many rows in all.
    public void reserve(int room) {
        if (room > slots.length) {
            slots = Arrays.copyOf(slots, room);
            ends = Arrays.copyOf(ends, room);
            points = Arrays.copyOf(points, room);
            sums = Arrays.copyOf(sums, room);
            lowest = Arrays.copyOf(lowest, room);
            highest = Arrays.copyOf(highest, room);
            firstTimes = Arrays.copyOf(firstTimes, room);
            firsts = Arrays.copyOf(firsts, room);
            lastTimes = Arrays.copyOf(lastTimes, room);
            lasts = Arrays.copyOf(lasts, room);
            lost = Arrays.copyOf(lost, room);
            ended = Arrays.copyOf(ended, room);
        }
    }

    public int length() {
        return length;
    }

    /// One row more, which is filled in by its number.
    public int next() {
        if (length == slots.length) {
            reserve(Math.max(16, length * 2));
        }
        return length++;
    }

    public int[] slots() {
        return slots;
    }

    public long[] ends() {
        return ends;
    }

    /// How many points there were. None: only a stale marker, and of the values but [#ended] none means anything.
    public int[] points() {
        return points;
    }

    public double[] sums() {
        return sums;
    }

    /// NaN only where all values are.
    public double[] lowest() {
        return lowest;
    }

    /// NaN only where all values are.
    public double[] highest() {
        return highest;
    }

    public long[] firstTimes() {
        return firstTimes;
    }

    public double[] firsts() {
        return firsts;
    }

    public long[] lastTimes() {
        return lastTimes;
    }

    public double[] lasts() {
        return lasts;
    }

    /// What a counter had reached before each of its resets, together.
    public double[] lost() {
        return lost;
    }

    /// Whether a stale marker stands at the end.
    public boolean[] ended() {
        return ended;
    }
}

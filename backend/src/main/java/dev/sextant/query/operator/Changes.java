// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.store.Summaries;

/// How much a series changed over a bucket, as Prometheus says it (functions.go, extrapolatedRate, of Prometheus 2.42):
/// the change between the first and the last point, counter resets made good, extrapolated to the ends of the bucket
/// unless the series seems to begin or end inside it, and never below a counter's zero.
final class Changes implements Accumulator {
    private static final double BEGINS_OR_ENDS_HERE = 1.1;
    private static final double MILLIS = 1_000.0;

    private final long[] firstTimes;
    private final double[] firstValues;
    private final long[] lastTimes;
    private final double[] lastValues;
    private final double[] lostInResets;
    private final boolean isCounter;
    private final boolean isPerSecond;

    Changes(int slots, boolean isCounter, boolean isPerSecond) {
        this.firstTimes = new long[slots];
        this.firstValues = new double[slots];
        this.lastTimes = new long[slots];
        this.lastValues = new double[slots];
        this.lostInResets = new double[slots];
        this.isCounter = isCounter;
        this.isPerSecond = isPerSecond;
    }

    @Override
    public void start(int slot, long time, double value) {
        firstTimes[slot] = time;
        firstValues[slot] = value;
        lastTimes[slot] = time;
        lastValues[slot] = value;
        lostInResets[slot] = 0;
    }

    @Override
    public void add(int slot, long time, double value) {
        double before = lastValues[slot];
        if (value < before) {
            lostInResets[slot] += before;
        }
        lastTimes[slot] = time;
        lastValues[slot] = value;
    }

    @Override
    public void start(int slot, Summaries rows, int row) {
        firstTimes[slot] = rows.firstTimes()[row];
        firstValues[slot] = rows.firsts()[row];
        lastTimes[slot] = rows.lastTimes()[row];
        lastValues[slot] = rows.lasts()[row];
        lostInResets[slot] = rows.lost()[row];
    }

    @Override
    public void add(int slot, Summaries rows, int row) {
        add(slot, rows.firstTimes()[row], rows.firsts()[row]);
        lostInResets[slot] += rows.lost()[row];
        lastTimes[slot] = rows.lastTimes()[row];
        lastValues[slot] = rows.lasts()[row];
    }

    @Override
    public long bytes() {
        return firstTimes.length * (long) (2 * Long.BYTES + 3 * Double.BYTES);
    }

    @Override
    public double value(int slot, int points, Span bucket) {
        double change = lastValues[slot] - firstValues[slot];
        if (isCounter) {
            change += lostInResets[slot];
        }
        double sampled = (lastTimes[slot] - firstTimes[slot]) / MILLIS;
        double between = sampled / (points - 1);
        double border = between * BEGINS_OR_ENDS_HERE;
        double toStart = (firstTimes[slot] - bucket.start()) / MILLIS;
        double toEnd = (bucket.end() - lastTimes[slot]) / MILLIS;
        if (isCounter && change > 0 && firstValues[slot] >= 0) {
            toStart = Math.min(toStart, sampled * (firstValues[slot] / change));
        }
        double covered =
                sampled
                        + (toStart < border ? toStart : between / 2)
                        + (toEnd < border ? toEnd : between / 2);
        double factor = covered / sampled;
        return change * (isPerSecond ? factor / bucket.seconds() : factor);
    }
}

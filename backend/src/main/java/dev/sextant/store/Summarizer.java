// SPDX-License-Identifier: Apache-2.0
package dev.sextant.store;

/// Sums up points that pass series by series, each in order of time. What it makes of a bucket is what a query over that
/// bucket makes of its points: the same compensated sum (Neumaier), NaN passed over by the lowest and the highest value as
/// long as there is anything else, stale markers no points.
public final class Summarizer {
    private static final long STALE = 0x7ff0000000000002L;

    private final Tier tier;
    private final Summaries rows;
    private int slot = -1;
    private long end = Long.MIN_VALUE;
    private int row;
    private double rest;

    /// @param rows where rows go; they may be cleared after [#flush] only
    public Summarizer(Tier tier, Summaries rows) {
        this.tier = tier;
        this.rows = rows;
    }

    public void add(int series, long time, double value) {
        if (series != slot || time > end) {
            finish();
            slot = series;
            end = tier.endOf(time);
            row = rows.next();
            rows.slots()[row] = slot;
            rows.ends()[row] = end;
            rows.points()[row] = 0;
        }
        boolean isEnd = Double.doubleToRawLongBits(value) == STALE;
        rows.ended()[row] = isEnd;
        if (!isEnd) {
            if (rows.points()[row]++ == 0) {
                start(time, value);
            } else {
                more(time, value);
            }
        }
    }

    /// Finishes the row that is open; a later point of the same bucket must not come.
    public void flush() {
        finish();
        slot = -1;
        end = Long.MIN_VALUE;
    }

    private void finish() {
        if (slot >= 0 && rows.points()[row] > 0 && Double.isFinite(rows.sums()[row])) {
            rows.sums()[row] += rest;
        }
    }

    private void start(long time, double value) {
        rest = 0;
        rows.sums()[row] = value;
        rows.lowest()[row] = value;
        rows.highest()[row] = value;
        rows.firstTimes()[row] = time;
        rows.firsts()[row] = value;
        rows.lastTimes()[row] = time;
        rows.lasts()[row] = value;
        rows.lost()[row] = 0;
    }

    private void more(long time, double value) {
        double sum = rows.sums()[row];
        double next = sum + value;
        rest += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        rows.sums()[row] = next;
        double low = rows.lowest()[row];
        if (value < low || Double.isNaN(low)) {
            rows.lowest()[row] = value;
        }
        double high = rows.highest()[row];
        if (value > high || Double.isNaN(high)) {
            rows.highest()[row] = value;
        }
        double before = rows.lasts()[row];
        if (value < before) {
            rows.lost()[row] += before;
        }
        rows.lastTimes()[row] = time;
        rows.lasts()[row] = value;
    }
}

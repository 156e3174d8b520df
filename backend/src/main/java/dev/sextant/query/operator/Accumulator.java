// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

import dev.sextant.store.Summaries;

/// What is kept of the bucket that each slot is in, while its points pass in order of time. The same definitions as
/// Prometheus' functions over time. Arrays by slot: nothing is allocated per point.
interface Accumulator {
    /// The first point of a bucket; what was kept of the one before is void.
    void start(int slot, long time, double value);

    /// A further point of the bucket.
    void add(int slot, long time, double value);

    /// All points of a summary, as the first of a bucket; what was kept of the one before is void.
    default void start(int slot, Summaries rows, int row) {
        throw new IllegalStateException("this aggregation needs points");
    }

    /// All points of a summary, as further ones of the bucket.
    default void add(int slot, Summaries rows, int row) {
        throw new IllegalStateException("this aggregation needs points");
    }

    /// What the points of the bucket come to.
    ///
    /// @param points how many there were, at least as many as the aggregation needs
    double value(int slot, int points, Span bucket);

    /// What it keeps in memory by now.
    long bytes();

    /// Epoch milliseconds: points lie in {@code (start, end]}.
    record Span(long start, long end) {
        double seconds() {
            return (end - start) / 1_000.0;
        }
    }

    static Accumulator of(Aggregation aggregation, double quantile, int slots) {
        return switch (aggregation) {
            case AVG -> new Sums(slots, true);
            case SUM -> new Sums(slots, false);
            case MIN -> new Extremes(slots, true);
            case MAX -> new Extremes(slots, false);
            case COUNT -> new Counts();
            case LAST -> new Edges(slots, true);
            case FIRST -> new Edges(slots, false);
            case STDDEV -> new Spreads(slots);
            case QUANTILE -> new Ranks(slots, quantile);
            case RATE -> new Changes(slots, true, true);
            case INCREASE -> new Changes(slots, true, false);
            case DELTA -> new Changes(slots, false, false);
        };
    }

    /// Compensated (Neumaier), so that long windows of small values keep their digits.
    final class Sums implements Accumulator {
        private final double[] sums;
        private final double[] lost;
        private final boolean isAverage;

        Sums(int slots, boolean isAverage) {
            this.sums = new double[slots];
            this.lost = new double[slots];
            this.isAverage = isAverage;
        }

        @Override
        public void start(int slot, long time, double value) {
            sums[slot] = value;
            lost[slot] = 0;
        }

        @Override
        public void add(int slot, long time, double value) {
            double sum = sums[slot];
            double next = sum + value;
            lost[slot] +=
                    Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sums[slot] = next;
        }

        @Override
        public void start(int slot, Summaries rows, int row) {
            start(slot, rows.ends()[row], rows.sums()[row]);
        }

        @Override
        public void add(int slot, Summaries rows, int row) {
            add(slot, rows.ends()[row], rows.sums()[row]);
        }

        @Override
        public long bytes() {
            return sums.length * (long) (2 * Double.BYTES);
        }

        @Override
        public double value(int slot, int points, Span bucket) {
            double sum = Double.isFinite(sums[slot]) ? sums[slot] + lost[slot] : sums[slot];
            return isAverage ? sum / points : sum;
        }
    }

    /// Pass over NaN as long as there is anything else.
    final class Extremes implements Accumulator {
        private final double[] extremes;
        private final boolean isLowest;

        Extremes(int slots, boolean isLowest) {
            this.extremes = new double[slots];
            this.isLowest = isLowest;
        }

        @Override
        public void start(int slot, long time, double value) {
            extremes[slot] = value;
        }

        @Override
        public void add(int slot, long time, double value) {
            double known = extremes[slot];
            if ((isLowest ? value < known : value > known) || Double.isNaN(known)) {
                extremes[slot] = value;
            }
        }

        @Override
        public void start(int slot, Summaries rows, int row) {
            start(slot, rows.ends()[row], (isLowest ? rows.lowest() : rows.highest())[row]);
        }

        @Override
        public void add(int slot, Summaries rows, int row) {
            add(slot, rows.ends()[row], (isLowest ? rows.lowest() : rows.highest())[row]);
        }

        @Override
        public long bytes() {
            return extremes.length * (long) Double.BYTES;
        }

        @Override
        public double value(int slot, int points, Span bucket) {
            return extremes[slot];
        }
    }

    /// How many points there are.
    final class Counts implements Accumulator {
        @Override
        public void start(int slot, long time, double value) {
            // The reducer counts for everybody.
        }

        @Override
        public void add(int slot, long time, double value) {
            // The reducer counts for everybody.
        }

        @Override
        public void start(int slot, Summaries rows, int row) {
            // The reducer counts for everybody.
        }

        @Override
        public void add(int slot, Summaries rows, int row) {
            // The reducer counts for everybody.
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public double value(int slot, int points, Span bucket) {
            return points;
        }
    }

    /// The newest or the oldest point.
    final class Edges implements Accumulator {
        private final double[] values;
        private final boolean isNewest;

        Edges(int slots, boolean isNewest) {
            this.values = new double[slots];
            this.isNewest = isNewest;
        }

        @Override
        public void start(int slot, long time, double value) {
            values[slot] = value;
        }

        @Override
        public void add(int slot, long time, double value) {
            if (isNewest) {
                values[slot] = value;
            }
        }

        @Override
        public void start(int slot, Summaries rows, int row) {
            values[slot] = (isNewest ? rows.lasts() : rows.firsts())[row];
        }

        @Override
        public void add(int slot, Summaries rows, int row) {
            if (isNewest) {
                values[slot] = rows.lasts()[row];
            }
        }

        @Override
        public long bytes() {
            return values.length * (long) Double.BYTES;
        }

        @Override
        public double value(int slot, int points, Span bucket) {
            return values[slot];
        }
    }

    /// The standard deviation of the whole population (Welford).
    final class Spreads implements Accumulator {
        private final double[] means;
        private final double[] squares;
        private final int[] points;

        Spreads(int slots) {
            this.means = new double[slots];
            this.squares = new double[slots];
            this.points = new int[slots];
        }

        @Override
        public void start(int slot, long time, double value) {
            means[slot] = value;
            squares[slot] = Double.isFinite(value) ? 0 : Double.NaN;
            points[slot] = 1;
        }

        @Override
        public void add(int slot, long time, double value) {
            double off = value - means[slot];
            means[slot] += off / ++points[slot];
            squares[slot] += off * (value - means[slot]);
        }

        @Override
        public long bytes() {
            return means.length * (long) (2 * Double.BYTES + Integer.BYTES);
        }

        @Override
        public double value(int slot, int count, Span bucket) {
            return Math.sqrt(squares[slot] / count);
        }
    }
}

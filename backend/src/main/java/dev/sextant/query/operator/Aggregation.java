// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

/// What the points of one bucket become, and how the series of a group become one.
public enum Aggregation {
    AVG(1, Across.AVG, true),
    SUM(1, Across.SUM, true),
    MIN(1, Across.MIN, true),
    MAX(1, Across.MAX, true),
    COUNT(1, Across.SUM, true),
    LAST(1, Across.AVG, true),
    FIRST(1, Across.AVG, true),
    STDDEV(1, Across.AVG, false),
    QUANTILE(1, Across.AVG, false),
    RATE(2, Across.SUM, true),
    INCREASE(2, Across.SUM, true),
    DELTA(2, Across.SUM, true);

    /// How values of several series at one time become one value.
    public enum Across {
        AVG,
        SUM,
        MIN,
        MAX
    }

    private final int neededPoints;
    private final Across across;
    private final boolean isSummable;

    Aggregation(int neededPoints, Across across, boolean isSummable) {
        this.neededPoints = neededPoints;
        this.across = across;
        this.isSummable = isSummable;
    }

    /// A bucket with fewer points has no value.
    int neededPoints() {
        return neededPoints;
    }

    /// Whether summaries of its points are as good as the points: sums, averages and what counters lost in resets agree but
    /// for the rounding of the last digits, everything else to the bit.
    boolean isSummable() {
        return isSummable;
    }

    public Across across() {
        return across;
    }
}

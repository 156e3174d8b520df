// SPDX-License-Identifier: Apache-2.0
package dev.sextant.query.operator;

/// What the points of one bucket become, and how the series of a group become one.
public enum Aggregation {
    AVG(1, Across.AVG),
    SUM(1, Across.SUM),
    MIN(1, Across.MIN),
    MAX(1, Across.MAX),
    COUNT(1, Across.SUM),
    LAST(1, Across.AVG),
    FIRST(1, Across.AVG),
    STDDEV(1, Across.AVG),
    QUANTILE(1, Across.AVG),
    RATE(2, Across.SUM),
    INCREASE(2, Across.SUM),
    DELTA(2, Across.SUM);

    /// How values of several series at one time become one value.
    public enum Across {
        AVG,
        SUM,
        MIN,
        MAX
    }

    private final int neededPoints;
    private final Across across;

    Aggregation(int neededPoints, Across across) {
        this.neededPoints = neededPoints;
        this.across = across;
    }

    /// A bucket with fewer points has no value.
    int neededPoints() {
        return neededPoints;
    }

    public Across across() {
        return across;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import java.util.Locale;

/// What an algorithm is for; the first part of its name.
public enum Kind {
    /// Scores the points of each series: sides `score`, `tail`, `expected`, `lower`, `upper` at the times of the row.
    ANOMALY,
    /// Goes on where each series ends: sides `expected`, `lower`, `upper` at times to come, and `fit`.
    FORECAST,
    /// Finds where each series begins to behave otherwise: a row's points are the changes.
    CHANGE,
    /// Takes each series apart.
    STRUCTURE,
    /// Says what series have to do with one another.
    RELATION,
    /// Says which of many series explain what happened.
    CAUSE;

    /// How it begins the names of its algorithms.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

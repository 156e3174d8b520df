// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import dev.sextant.telemetry.Series;

/// What an online algorithm knows of many rows at once: it is taken further by new points only, and asked what it says of points
/// without learning them. The same points, in whatever portions, make the same answer to the last bit. Not safe for use by several
/// threads at once.
public interface Watch {
    /// Takes in a row of which nothing is known.
    ///
    /// @return its place, counted from 0
    int add();

    /// Takes one row further.
    ///
    /// @param points that follow the ones that were learnt before
    void learn(int row, Points points);

    /// What is said of points that follow the ones that were learnt, each before the next; nothing is learnt for later.
    ///
    /// @param series with one point at least
    Finding judge(int row, Series series);

    /// Bytes that are kept of each row.
    int bytesPerRow();
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm;

import java.util.LinkedHashMap;
import java.util.Map;

/// What an algorithm says of one series.
///
/// @param row the points that the answer is about
/// @param sides what stands beside the row, by name, such as `score`
/// @param explanation why, in words
public record Finding(Points row, Map<String, Points> sides, String explanation) {
    /// The last points of the row only, and of the sides that stand at its times.
    ///
    /// @param most how many points are kept
    public Finding last(int most) {
        return row.length() <= most ? this : from(row.length() - most);
    }

    /// What is not before that time only.
    public Finding since(long time) {
        int first = 0;
        while (first < row.length() && row.times()[first] < time) {
            first++;
        }
        return first == 0 ? this : from(first);
    }

    private Finding from(int first) {
        var kept = new LinkedHashMap<String, Points>();
        sides.forEach(
                (name, side) -> kept.put(name, standsBesideRow(side) ? side.from(first) : side));
        return new Finding(row.from(first), kept, explanation);
    }

    // Sides at the row's own times share its array.
    @SuppressWarnings("ArrayEquals")
    private boolean standsBesideRow(Points side) {
        return side.times() == row.times();
    }
}

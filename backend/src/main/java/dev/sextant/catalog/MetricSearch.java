// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog;

/// Which metrics to list: those that meet every word of the text, best first, or all in order of their names; after one
/// of them, at most so many.
///
/// @param after list only what comes after this metric; empty to begin
public record MetricSearch(String text, String after, int limit) {
    public MetricSearch {
        if (limit < 1) {
            throw new IllegalArgumentException("a list needs a limit of 1 or more, not " + limit);
        }
    }
}

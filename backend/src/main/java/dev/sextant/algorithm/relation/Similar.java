// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.relation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A series that resembles another.
///
/// @param similarity 1 for the same course in another unit, 0 for none in common; a course upside down counts, too
public record Similar(String name, LaggedCorrelation relation, double similarity) {

    /// The series that are most like one, the most like first. After z-normalisation Euclidean distance and correlation give the
    /// same order: Faloutsos, Ranganathan and Manolopoulos, "Fast subsequence matching in time-series databases", SIGMOD 1994.
    ///
    /// @param others by name, all at the times of the one
    /// @param maxLag points that another may lead or follow
    /// @param most how many are answered
    public static List<Similar> to(
            double[] one, Map<String, double[]> others, int maxLag, int most) {
        return others.entrySet().stream()
                .map(other -> of(other.getKey(), one, other.getValue(), maxLag))
                .sorted(
                        Comparator.comparingDouble(Similar::similarity)
                                .reversed()
                                .thenComparing(Similar::name))
                .limit(most)
                .toList();
    }

    private static Similar of(String name, double[] one, double[] other, int maxLag) {
        var relation = LaggedCorrelation.of(one, other, maxLag);
        return new Similar(name, relation, Math.abs(relation.correlation()));
    }
}

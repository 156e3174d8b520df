// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.relation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /// Groups of series that are alike: whoever resembles a member at least so much is one, too. Single linkage; Gower and Ross,
    /// "Minimum spanning trees and single linkage cluster analysis", Applied Statistics 18, 1969. Costs the square of the number
    /// of series.
    ///
    /// @param least similarity that joins two, 0 to 1
    /// @return the largest group first; who is like nobody is a group alone
    public static List<List<String>> groups(Map<String, double[]> series, double least) {
        var names = series.keySet().stream().sorted().toList();
        var values = names.stream().map(name -> series.getOrDefault(name, new double[0])).toList();
        var group = new int[names.size()];
        for (var i = 0; i < group.length; i++) {
            group[i] = i;
        }
        for (var i = 0; i < group.length; i++) {
            for (var j = i + 1; j < group.length; j++) {
                if (group[i] != group[j] && alike(values.get(i), values.get(j)) >= least) {
                    join(group, group[i], group[j]);
                }
            }
        }
        return names.stream()
                .collect(Collectors.groupingBy(name -> group[names.indexOf(name)]))
                .values()
                .stream()
                .sorted(
                        Comparator.comparingInt((List<String> members) -> -members.size())
                                .thenComparing(List::getFirst))
                .toList();
    }

    private static double alike(double[] one, double[] other) {
        return Math.abs(LaggedCorrelation.plain(one, other));
    }

    private static void join(int[] group, int kept, int gone) {
        for (var i = 0; i < group.length; i++) {
            group[i] = group[i] == gone ? kept : group[i];
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Groups of series that are alike: whoever resembles a member at least so much is one, too. Single linkage; Gower and Ross,
/// "Minimum spanning trees and single linkage cluster analysis", Applied Statistics 18, 1969. A course upside down counts as the
/// same. Costs the square of the number of series.
public final class Clusters {
    private Clusters() {}

    /// Where a series belongs.
    ///
    /// @param group counted from 1, the largest first, of equal ones that of the earlier series
    /// @param others how many more are in it
    /// @param nearest similarity to the one of its group that it is most like; 0 if it is alone
    public record Member(int group, int others, double nearest) {}

    private record Edge(int one, int other, double similarity) {}

    /// @param series all at the same times, NaN where a value is missing
    /// @param least similarity that joins two, above 0 and up to 1
    /// @param most groups; where there are more, the most alike of them are joined
    /// @return one for each series, in their order
    public static List<Member> of(List<double[]> series, double least, int most) {
        var edges = edges(series);
        var group = new int[series.size()];
        Arrays.setAll(group, i -> i);
        int groups = group.length;
        for (var edge : edges) {
            boolean isApart = group[edge.one] != group[edge.other];
            if (isApart && (edge.similarity >= least || groups > most)) {
                join(group, group[edge.one], group[edge.other]);
                groups--;
            }
        }
        return members(group, edges);
    }

    private static List<Edge> edges(List<double[]> series) {
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < series.size(); i++) {
            for (int j = i + 1; j < series.size(); j++) {
                double similarity = Math.abs(LaggedCorrelation.plain(series.get(i), series.get(j)));
                edges.add(new Edge(i, j, similarity));
            }
        }
        edges.sort(Comparator.comparingDouble(edge -> -edge.similarity));
        return edges;
    }

    private static void join(int[] group, int kept, int gone) {
        for (int i = 0; i < group.length; i++) {
            group[i] = group[i] == gone ? kept : group[i];
        }
    }

    private static List<Member> members(int[] group, List<Edge> edges) {
        var sizes = new int[group.length];
        var firsts = new int[group.length];
        for (int i = group.length - 1; i >= 0; i--) {
            sizes[group[i]]++;
            firsts[group[i]] = i;
        }
        var order =
                Arrays.stream(group)
                        .distinct()
                        .boxed()
                        .sorted(
                                Comparator.comparingInt((Integer id) -> -sizes[id])
                                        .thenComparingInt(id -> firsts[id]))
                        .toList();
        var nearest = new double[group.length];
        for (var edge : edges) {
            if (group[edge.one] == group[edge.other]) {
                nearest[edge.one] = Math.max(nearest[edge.one], edge.similarity);
                nearest[edge.other] = Math.max(nearest[edge.other], edge.similarity);
            }
        }
        var members = new ArrayList<Member>();
        for (int i = 0; i < group.length; i++) {
            members.add(new Member(order.indexOf(group[i]) + 1, sizes[group[i]] - 1, nearest[i]));
        }
        return members;
    }
}

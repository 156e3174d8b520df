// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.bench;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// How well change points agree with several people's, as TCPDBench defines it (van den Burg and Williams, "An evaluation of change
/// point detection algorithms", arXiv:2003.06222): the covering of each person's segments, averaged, and F1 with a margin, where
/// precision counts against what anybody marked and recall is the mean over people. The start of a series is a change that everybody
/// marked.
final class ChangeScores {
    private static final int MARGIN = 5;

    private ChangeScores() {}

    /// @param size points of the series
    /// @param people what each of them marked
    static double cover(int size, Collection<List<Integer>> people, List<Integer> found) {
        return people.stream()
                .mapToDouble(person -> coverOne(borders(size, person), borders(size, found)))
                .average()
                .orElse(Double.NaN);
    }

    private static List<Integer> borders(int size, List<Integer> changes) {
        var sorted = new TreeSet<Integer>(changes);
        sorted.add(0);
        sorted.add(size);
        return List.copyOf(sorted.subSet(0, true, size, true));
    }

    private static double coverOne(List<Integer> truth, List<Integer> found) {
        double sum = 0;
        for (int i = 0; i + 1 < truth.size(); i++) {
            int from = truth.get(i);
            int to = truth.get(i + 1);
            double best = 0;
            for (int j = 0; j + 1 < found.size(); j++) {
                best = Math.max(best, overlap(from, to, found.get(j), found.get(j + 1)));
            }
            sum += (to - from) * best;
        }
        return sum / truth.getLast();
    }

    private static double overlap(int from, int to, int otherFrom, int otherTo) {
        double shared = Math.min(to, otherTo) - (double) Math.max(from, otherFrom);
        return shared <= 0
                ? 0
                : shared / (Math.max(to, otherTo) - (double) Math.min(from, otherFrom));
    }

    static double f1(Collection<List<Integer>> people, List<Integer> found) {
        var anybody = new TreeSet<Integer>();
        people.forEach(anybody::addAll);
        var marked = withStart(found);
        double precision = (double) hits(withStart(anybody), marked) / marked.size();
        double recall =
                people.stream()
                        .map(ChangeScores::withStart)
                        .mapToDouble(truth -> (double) hits(truth, marked) / truth.size())
                        .average()
                        .orElse(Double.NaN);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static SortedSet<Integer> withStart(Collection<Integer> changes) {
        var all = new TreeSet<Integer>(changes);
        all.add(0);
        return all;
    }

    // Each found change proves one true change at most, the nearest.
    private static int hits(Set<Integer> truth, Set<Integer> found) {
        var open = new LinkedHashSet<Integer>(found);
        int hits = 0;
        for (int change : truth) {
            Integer nearest = null;
            for (var candidate : open) {
                int distance = Math.abs(candidate - change);
                if (distance <= MARGIN
                        && (nearest == null || distance < Math.abs(nearest - change))) {
                    nearest = candidate;
                }
            }
            if (nearest != null) {
                open.remove(nearest);
                hits++;
            }
        }
        return hits;
    }
}

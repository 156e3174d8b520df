// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for the combinations of label values that hold one gathering of odd leaves.
final class SqueezeSearch {
    /// Combinations of one set of labels that may be a cause together.
    private static final int MOST_TOGETHER = 10;

    private static final int DEEPEST = 3;

    /// A combination of which less lies in the gathering is none.
    private static final double LEAST_SHARE = 0.1;

    /// What each further word of an answer must gain in potential.
    private static final double WORDINESS = 0.02;

    /// From here on no finer combinations are looked for.
    private static final double CLEAR = 0.95;

    /// Less explains nothing.
    private static final double LEAST_POTENTIAL = 0.3;

    private final List<Leaf> leaves;
    private final List<String> labels;
    private final Set<Integer> cluster;
    private final Set<Integer> others;

    /// @param cluster places of the odd leaves that moved alike
    /// @param others places of odd leaves that have another reason
    SqueezeSearch(
            List<Leaf> leaves, List<String> labels, Set<Integer> cluster, Set<Integer> others) {
        this.leaves = leaves;
        this.labels = labels;
        this.cluster = cluster;
        this.others = others;
    }

    /// Leaves with the same values of some labels.
    ///
    /// @param share how much of them lies in the gathering
    private record Group(Map<String, String> labels, List<Integer> places, double share) {}

    private record Candidate(List<Group> groups, double potential, double worth) {}

    /// The combinations of the gathering; empty where nothing in common explains it.
    List<Squeezed> best() {
        var best = new Candidate(List.of(), 0, 0);
        // Of no label first: that all moved alike.
        for (int depth = 0; depth <= Math.min(DEEPEST, labels.size()); depth++) {
            for (var chosen : choices(depth, 0)) {
                var found = best(groups(chosen), depth);
                best = found.worth > best.worth ? found : best;
            }
            if (best.potential >= CLEAR) {
                break;
            }
        }
        var kept = best;
        return kept.potential < LEAST_POTENTIAL
                ? List.of()
                : kept.groups.stream().map(group -> squeezed(group, kept.potential)).toList();
    }

    private List<List<String>> choices(int size, int from) {
        if (size == 0) {
            return List.of(List.of());
        }
        var choices = new ArrayList<List<String>>();
        for (int i = from; i < labels.size(); i++) {
            for (var rest : choices(size - 1, i + 1)) {
                var choice = new ArrayList<String>();
                choice.add(labels.get(i));
                choice.addAll(rest);
                choices.add(choice);
            }
        }
        return choices;
    }

    private List<Group> groups(List<String> chosen) {
        var places = new LinkedHashMap<Map<String, String>, List<Integer>>();
        for (int i = 0; i < leaves.size(); i++) {
            var values = new HashMap<String, String>();
            for (var label : chosen) {
                values.put(label, leaves.get(i).labels().getOrDefault(label, ""));
            }
            places.computeIfAbsent(values, _ -> new ArrayList<>()).add(i);
        }
        var groups = new ArrayList<Group>();
        places.forEach((values, own) -> {
            double inside = own.stream().filter(cluster::contains).count();
            if (inside / own.size() >= LEAST_SHARE) {
                groups.add(new Group(values, own, inside / own.size()));
            }
        });
        groups.sort(
                Comparator.comparingDouble((Group group) -> -group.share)
                        .thenComparingInt(group -> -group.places.size())
                        .thenComparing(group -> group.labels.toString()));
        return groups;
    }

    private Candidate best(List<Group> groups, int depth) {
        var best = new Candidate(List.of(), 0, 0);
        for (int count = 1; count <= Math.min(MOST_TOGETHER, groups.size()); count++) {
            var chosen = groups.subList(0, count);
            double potential = potential(chosen);
            double worth = potential - WORDINESS * count * depth;
            best = worth > best.worth ? new Candidate(chosen, potential, worth) : best;
        }
        return best;
    }

    // As if each leaf of the combinations had moved by their common share, and no other at all.
    private double potential(List<Group> chosen) {
        var inside = new boolean[leaves.size()];
        double expected = 0;
        double actual = 0;
        for (var group : chosen) {
            for (int place : group.places) {
                inside[place] = true;
                expected += leaves.get(place).expected();
                actual += leaves.get(place).actual();
            }
        }
        // What rose from nothing has no share by which it moved.
        double share = expected == 0 ? 0 : actual / expected;
        double even = expected == 0 ? actual / places(chosen) : 0;
        var explained = new Mean();
        var unexplained = new Mean();
        var rest = new Mean();
        for (int i = 0; i < inside.length; i++) {
            var leaf = leaves.get(i);
            if (inside[i]) {
                explained.add(leaf.actual() - leaf.expected() * share - even);
                unexplained.add(leaf.moved());
            } else if (!others.contains(i)) {
                rest.add(leaf.moved());
            }
        }
        double all = unexplained.value() + rest.value();
        return all > 0 ? 1 - (explained.value() + rest.value()) / all : 0;
    }

    private static int places(List<Group> chosen) {
        return chosen.stream().mapToInt(group -> group.places.size()).sum();
    }

    private Squeezed squeezed(Group group, double potential) {
        double expected = 0;
        double actual = 0;
        for (int place : group.places) {
            expected += leaves.get(place).expected();
            actual += leaves.get(place).actual();
        }
        return new Squeezed(group.labels, group.places.size(), expected, actual, potential);
    }

    /// Mean size of what is added.
    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            sum += Math.abs(value);
            count++;
        }

        double value() {
            return count == 0 ? 0 : sum / count;
        }
    }
}

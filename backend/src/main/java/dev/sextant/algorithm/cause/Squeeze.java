// SPDX-License-Identifier: Apache-2.0
package dev.sextant.algorithm.cause;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// In which combinations of label values a movement lies, whatever number of labels it takes to say it: Squeeze (Li et al., "Generic
/// and robust localization of multi-dimensional root causes", ISSRE 2019). Parts that moved for one reason moved by the same share:
/// first the odd leaves are told apart from noise, at the knee of their sizes, and gathered by the share by which they moved; then
/// each gathering is looked for top down, in one label, in pairs, in threes, by how much of a combination lies in it and by the
/// generalised potential score. Unlike [Attribution] it finds a cause that lies in one service of one zone.
public final class Squeeze {
    /// More leaves than this cost more than an evaluation has.
    public static final int MOST_LEAVES = 10_000;

    private static final int MOST_LABELS = 10;

    /// Bins of shares that moved, from -2 to 2.
    private static final int BINS = 41;

    /// Of normal noise a quarter stays below a third of its deviation; four deviations are no noise.
    private static final double TIMES_CALM = 12.5;

    private static final double MOST_NOISE = 0.5;

    private Squeeze() {}

    /// The combinations, the one that moved most first; empty where nothing moved, or nothing in common explains it.
    ///
    /// @param leaves each combination of all labels once
    /// @throws IllegalArgumentException for more leaves or labels than it looks at
    public static List<Squeezed> find(List<Leaf> leaves) {
        var labels = new TreeSet<String>();
        leaves.forEach(leaf -> labels.addAll(leaf.labels().keySet()));
        if (leaves.size() > MOST_LEAVES || labels.size() > MOST_LABELS) {
            throw new IllegalArgumentException(
                    "%,d rows with %d labels; at most %,d rows with %d labels can be looked at: group them by fewer labels"
                            .formatted(leaves.size(), labels.size(), MOST_LEAVES, MOST_LABELS));
        }
        var odd = odd(leaves);
        var found = new ArrayList<Squeezed>();
        var known = new HashSet<String>();
        for (var cluster : clusters(leaves, odd)) {
            var others = new HashSet<>(odd);
            others.removeAll(cluster);
            var cause = new SqueezeSearch(leaves, List.copyOf(labels), cluster, others).best();
            if (!cause.isEmpty() && known.add(Squeezed.title(cause))) {
                found.addAll(cause);
            }
        }
        found.sort(Squeezed.LARGEST_FIRST);
        return List.copyOf(found);
    }

    /// Leaves from the largest movement down to the knee: where the sum of movements stops growing faster than it does on average.
    private static Set<Integer> odd(List<Leaf> leaves) {
        var order = new ArrayList<Integer>();
        double whole = 0;
        for (int i = 0; i < leaves.size(); i++) {
            order.add(i);
            whole += Math.abs(leaves.get(i).moved());
        }
        order.sort((one, other) ->
                Double.compare(
                        Math.abs(leaves.get(other).moved()), Math.abs(leaves.get(one).moved())));
        double sum = 0;
        double best = 0;
        int knee = 0;
        for (int i = 0; i < order.size() && whole > 0; i++) {
            sum += Math.abs(leaves.get(order.get(i)).moved());
            double above = sum / whole - (i + 1.0) / order.size();
            if (above > best + 1e-12) {
                best = above;
                knee = i + 1;
            }
        }
        boolean isAllAlike = knee == 0 && whole > 0;
        var odd = new HashSet<>(order.subList(0, isAllAlike ? order.size() : knee));
        double noise = noise(leaves);
        var clear = new HashSet<>(odd);
        clear.removeIf(leaf -> Math.abs(leaves.get(leaf).deviation()) < noise);
        return clear.isEmpty() ? odd : clear;
    }

    /// What shares move by themselves, at most: several times what the calmest quarter of the leaves stays below.
    private static double noise(List<Leaf> leaves) {
        var sizes = leaves.stream().mapToDouble(leaf -> Math.abs(leaf.deviation())).sorted();
        var calm = sizes.toArray();
        return calm.length == 0 ? 0 : Math.min(MOST_NOISE, TIMES_CALM * calm[calm.length / 4]);
    }

    /// Odd leaves that moved by about the same share, between the valleys of a smooth histogram of shares.
    private static List<Set<Integer>> clusters(List<Leaf> leaves, Set<Integer> odd) {
        var counts = new double[BINS];
        odd.forEach(leaf -> counts[bin(leaves.get(leaf))]++);
        var smooth = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            double before = i > 0 ? counts[i - 1] : 0;
            double after = i < BINS - 1 ? counts[i + 1] : 0;
            smooth[i] = before + 2 * counts[i] + after;
        }
        var place = new int[BINS];
        int cluster = 0;
        for (int i = 2; i < BINS; i++) {
            boolean isValley = smooth[i - 1] < smooth[i] && smooth[i - 1] <= smooth[i - 2];
            cluster += isValley ? 1 : 0;
            place[i] = cluster;
        }
        var clusters = new ArrayList<Set<Integer>>();
        for (int i = 0; i <= cluster; i++) {
            clusters.add(new HashSet<>());
        }
        odd.forEach(leaf -> clusters.get(place[bin(leaves.get(leaf))]).add(leaf));
        clusters.removeIf(Set::isEmpty);
        return clusters;
    }

    private static int bin(Leaf leaf) {
        return (int) Math.round((leaf.deviation() + 2) / 4 * (BINS - 1));
    }
}

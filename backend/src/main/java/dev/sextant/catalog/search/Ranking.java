// SPDX-License-Identifier: Apache-2.0
package dev.sextant.catalog.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// How well each metric meets the words of one search so far.
final class Ranking {
    private final int[] totals;
    private final int[] scores;
    private final int[] met;
    private final Ints touched = new Ints();
    private int from;
    private int terms;

    Ranking(int metrics) {
        totals = new int[metrics];
        scores = new int[metrics];
        met = new int[metrics];
    }

    /// A metric meets the present word; the best of its scores counts.
    void meet(int metric, int score) {
        if (scores[metric] == 0) {
            touched.add(metric);
        }
        scores[metric] = Math.max(scores[metric], score);
    }

    boolean isAnyMet() {
        return touched.size() > from;
    }

    void endTerm() {
        for (int at = from; at < touched.size(); at++) {
            int metric = touched.get(at);
            totals[metric] += scores[metric];
            scores[metric] = 0;
            met[metric]++;
        }
        from = touched.size();
        terms++;
    }

    /// The metrics that met every word, best first, then by name.
    List<String> best(List<String> names) {
        return IntStream.range(0, met.length)
                .filter(metric -> met[metric] == terms)
                .boxed()
                .sorted(
                        Comparator.<Integer>comparingInt(metric -> -totals[metric])
                                .thenComparing(names::get))
                .map(names::get)
                .toList();
    }
}
